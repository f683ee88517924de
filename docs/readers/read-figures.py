# Takes a frozen figure by token, checks its hash and prints the composite of each group; exit 1 where the hash is another.
# python3 read-figures.py URL TOKEN EVALUATION FIGURES-ID
import decimal, hashlib, json, sys, urllib.request

CONTENT = ["format", "id", "frozenAt", "frozenBy", "evaluation", "figures", "groups"]

def number(x):  # as ECMAScript writes it, which Python does not below 1e-4 and from 1e16 on
    sign, digits, power = decimal.Decimal(repr(abs(x))).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + power
    if -6 < point <= 0: text = "0." + "0" * -point + text
    elif len(text) <= point <= 21: text = text.ljust(point, "0")
    elif 0 < point <= 21: text = text[:point] + "." + text[point:]
    else: text = text[0] + ("." + text[1:] if text[1:] else "") + "e%+d" % (point - 1)
    return "0" if x == 0 else ("-" if x < 0 else "") + text
def canonical(x):  # canonical JSON (RFC 8785): keys in the order of UTF-16, no blanks
    if isinstance(x, float): return number(x)
    if isinstance(x, list): return "[" + ",".join(map(canonical, x)) + "]"
    if not isinstance(x, dict): return json.dumps(x, ensure_ascii=False)
    keys = sorted(x, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(x[key]) for key in keys) + "}"
if __name__ == "__main__":
    url, token, evaluation, figures_id = sys.argv[1:]
    address = f"{url}/api/evaluations/{evaluation}/figures/frozen/{figures_id}"
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + token})
    figures = json.loads(urllib.request.urlopen(request).read(), parse_int=float)
    content = canonical({key: figures[key] for key in CONTENT})
    if hashlib.sha256(content.encode()).hexdigest() != figures["hash"]:
        sys.exit("the hash is another")
    for each in (each for each in figures["figures"] if each["quantity"] == "composite"):
        print(each["group"], (each["value"] or {"display": "none"})["display"], "n=" + canonical(each["base"]))
