it('refuses another path of a packed package, which would bring a second copy', () => {
  expect(() => require('rxjs/testing') as unknown).toThrow(/packed-modules\.js/);
});
