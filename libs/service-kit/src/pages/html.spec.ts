import { escaped, html } from './html';

const nasty = `<script>alert("x")</script> & 'y'`;

it('escapes what is put in, and keeps markup of its own', () => {
  const inner = html`<li title="${nasty}">${nasty}</li>`;
  expect(html`<ul>${[inner, inner]}</ul>${1}`.text).toBe(`<ul>${inner.text}${inner.text}</ul>1`);
  expect(inner.text).not.toMatch(/<script|"x"|'y'/);
  expect(escaped(nasty)).toBe('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &apos;y&apos;');
});
