/** A button in a block's fields. */
export function createButton(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'field-button';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
}

function labelled(text: string, control: HTMLElement, isControlFirst = false): HTMLLabelElement {
  const label = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = text;
  if (isControlFirst) label.append(control, name);
  else label.append(name, control);
  return label;
}

/** A box to be ticked. */
export function createCheck(text: string, isTicked: boolean, tick: (isTicked: boolean) => void): HTMLLabelElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = isTicked;
  box.addEventListener('change', () => tick(box.checked));
  const label = labelled(text, box, true);
  label.className = 'field-check';
  return label;
}

/** One of several values by name. */
export function createChoice(
  text: string,
  options: Readonly<Record<string, string>>,
  value: string,
  choose: (value: string) => void,
): HTMLLabelElement {
  const select = document.createElement('select');
  select.className = 'select';
  for (const [key, name] of Object.entries(options)) select.append(new Option(name, key, false, key === value));
  select.addEventListener('change', () => choose(select.value));
  return labelled(text, select);
}

/** A day, or a day and a time, as the computer's own control shows it; `''` where it is empty. */
export function createDate(
  text: string,
  type: 'date' | 'datetime-local',
  value: string,
  choose: (value: string) => void,
): HTMLLabelElement {
  const input = document.createElement('input');
  input.type = type;
  input.value = value;
  input.addEventListener('change', () => choose(input.value));
  return labelled(text, input);
}
