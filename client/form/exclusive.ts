// Put only into pages that have an option which stands alone (“none of these”): choosing it clears the others, and the other way
// round. Runs before the page hears of the tap, which then takes what stands in the controls.
addEventListener(
  'input',
  ({ target }) => {
    const tapped = target as HTMLInputElement;
    const card = document.getElementById(`${tapped.name}_card`);
    const alone = ((card && card.dataset['alone']) || '').split(' ');
    if (!card || !tapped.checked) return;
    for (const other of Array.from(card.querySelectorAll('input'))) {
      const together = !alone.includes(tapped.value) && !alone.includes(other.value);
      if (other !== tapped && !together) other.checked = false;
    }
  },
  true,
);
