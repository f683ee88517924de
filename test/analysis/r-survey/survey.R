# What R's survey package says of the data sets beside this script; its output is survey.out. Rscript survey.R > survey.out
library(survey)
options(digits = 17)
say <- function(name, value, se, df) {
  t <- qt(0.975, df)
  cat(name, format(value, digits = 17), format(se, digits = 17), df,
      format(value - t * se, digits = 17), format(value + t * se, digits = 17), "\n")
}
mean_of <- function(name, population) {
  data <- read.csv(paste0(name, ".csv"))
  n <- nrow(data)
  design <- if (is.na(population)) svydesign(ids = ~1, data = data, weights = rep(1, n))
            else svydesign(ids = ~1, data = data, fpc = rep(population, n))
  m <- svymean(~y, design)
  say(name, coef(m), SE(m), degf(design))
}
ratio_of <- function(name, population) {
  data <- read.csv(paste0(name, ".csv"))
  design <- svydesign(ids = ~1, data = data, fpc = rep(population, nrow(data)))
  r <- svyratio(~y, ~m, design)
  say(name, coef(r), SE(r), degf(design))
}
mean_of("mean", 1800)
mean_of("weighted", NA)
ratio_of("pooled", 5000)
