"use strict";
// The filter of the items. Its state is in the address (#category=table&q=…), so that it can be linked to.
(() => {
  const form = document.getElementById("filter");
  const items = [...document.querySelectorAll("#list > .item")];
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const unfold = document.getElementById("unfold");
  const selects = [...form.querySelectorAll("select")];
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const text = (item) => texts.get(item) ?? texts.set(item, fold(item.textContent)).get(item);
  const isSuccess = (item) => item.dataset.cause === "success";
  const fits = (item, field, value) =>
    !value || item.dataset[field] === value || (field === "cause" && value === "failure" && !isSuccess(item));

  function apply() {
    const words = fold(form.q.value).split(/\s+/).filter(Boolean);
    const found = items.filter((item) => words.every((word) => text(item).includes(word)));
    const rest = (but) => found.filter((item) => selects.every((s) => s === but || fits(item, s.name, s.value)));
    const shown = new Set(rest(null));
    for (const item of items) item.hidden = !shown.has(item);
    for (const select of selects) {
      const others = rest(select);
      for (const option of select.options) {
        option.dataset.name ??= option.textContent;
        const number = others.filter((item) => fits(item, select.name, option.value)).length;
        option.textContent = `${option.dataset.name} (${number})`;
      }
    }
    const good = [...shown].filter(isSuccess).length;
    const bad = shown.size - good;
    count.textContent = `${shown.size} of ${items.length} items: ${bad} ${bad === 1 ? "failure" : "failures"}, `
      + `${good} ${good === 1 ? "success" : "successes"}`;
    none.hidden = shown.size > 0;
  }

  function remember() {
    const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
    apply();
  }

  function follow() {
    const hash = location.hash.slice(1);
    let target = null;
    try { target = hash && document.getElementById(decodeURIComponent(hash)); } catch { /* not an id */ }
    if (target) {
      const item = target.closest(".item");
      if (!item) return;
      if (item.hidden) { form.reset(); apply(); }
      item.open = true;
      target.scrollIntoView();
      return;
    }
    const state = new URLSearchParams(hash);
    for (const select of selects) {
      const wanted = state.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    form.q.value = state.get("q") ?? "";
    apply();
    if (state.size) document.getElementById("items").scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  unfold.addEventListener("click", () => {
    const shown = items.filter((item) => !item.hidden);
    const open = shown.some((item) => !item.open);
    for (const item of shown) item.open = open;
    unfold.textContent = open ? "Close all" : "Open all";
  });
  addEventListener("hashchange", follow);
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });
  apply();
  follow();
})();
