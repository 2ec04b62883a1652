/* global document, fetch, location, performance, URLSearchParams */
/** Keeps the answers of "Try it" on the page and shows each request as a command. */

const credentials = document.querySelector('.credentials');
credentials?.addEventListener('submit', (event) => event.preventDefault());

for (const form of document.querySelectorAll('.try form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

async function send(form) {
  const url = new URL(targetOf(form), location.origin);
  const key = credentials?.elements.key.value.trim() ?? '';
  const headers = key === '' ? {} : { authorization: `Bearer ${key}` };
  const command = form.parentElement.querySelector('.command');
  const output = form.parentElement.querySelector('output');
  command.textContent = `curl '${url.href.replaceAll("'", '%27')}'${key === '' ? '' : " -H 'Authorization: Bearer <your key>'"}`;
  command.hidden = false;
  output.hidden = false;
  output.textContent = 'Asking …';
  const started = performance.now();
  try {
    const response = await fetch(url, { headers, credentials: 'omit' });
    const text = await response.text();
    const milliseconds = Math.round(performance.now() - started);
    const pre = document.createElement('pre');
    pre.textContent = indented(text, response.headers.get('content-type') ?? '');
    output.replaceChildren(
      `${response.status} ${response.statusText}, ${text.length} characters, ${milliseconds} ms, correlation id ${response.headers.get('x-correlation-id')}`,
      pre,
    );
  } catch (error) {
    output.textContent = `No answer: ${error.message}`;
  }
}

function targetOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const input of form.querySelectorAll('input')) {
    if (input.dataset.in === 'path') path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
    else if (input.value !== '') query.append(input.name, input.value);
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

function indented(text, type) {
  if (!type.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
