'use strict';
// The report's article view, filters and sentences. All text goes into the page as text, never as HTML.
(() => {
  const $ = (id) => document.getElementById(id);
  const index = JSON.parse($('index').textContent);
  const blocks = document.getElementsByClassName('article-data');
  const parsed = new Map();
  const article = (i) => {
    if (!parsed.has(i)) parsed.set(i, JSON.parse(blocks[i].textContent));
    return parsed.get(i);
  };
  const SIGN = {supports: '+', opposes: '−', neutral: '○'};
  let current = 0;

  const element = (tag, className, text) => {
    const out = document.createElement(tag);
    if (className) out.className = className;
    if (text !== undefined) out.textContent = text;
    return out;
  };

  const wanted = () => {
    const polarities = new Set();
    for (const box of document.querySelectorAll('input[name=polarity]:checked')) polarities.add(box.value);
    const actor = $('actor').value;
    const least = Number($('confidence').value);
    return (stance) => polarities.has(stance.polarity) && (!actor || stance.actor === actor) && stance.confidence >= least - 1e-6;
  };

  // Spans of quoted speech: what stands between quotation marks in one paragraph.
  const quotations = (text) => {
    const out = [];
    for (const match of text.matchAll(/"[^"\n]{3,}"|“[^”\n]{3,}”/g)) out.push([match.index, match.index + match[0].length]);
    return out;
  };

  // `text` with the marks of `stances`; overlapping marks are cut where one begins or ends.
  const markUp = (text, part, stances, into) => {
    const spans = quotations(text).map(([begin, end]) => ({begin, end, name: 'quotation', stance: -1}));
    stances.forEach((stance) => stance.evidence.forEach((evidence) => {
      for (const name of ['holder', 'cue', 'target']) {
        const at = evidence[name];
        if (at && at[0] === part) spans.push({begin: at[1], end: at[2], name: name === 'holder' ? 'actor' : name, stance: stance.number});
      }
    }));
    const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.begin, span.end])])].sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; ++i) {
      const piece = text.slice(cuts[i], cuts[i + 1]);
      const here = spans.filter((span) => span.begin <= cuts[i] && span.end >= cuts[i + 1]);
      const marks = here.filter((span) => span.stance >= 0);
      if (!here.length) {
        into.append(piece);
        continue;
      }
      const node = element(marks.length ? 'mark' : 'span', [...new Set(here.map((span) => span.name))].join(' '), piece);
      if (marks.length) {
        node.dataset.stances = [...new Set(marks.map((span) => span.stance))].join(' ');
        node.title = marks.map((span) => `${span.name} of stance ${span.stance + 1}`).join(', ');
      }
      into.append(node);
    }
  };

  const marksOf = (number) => [...document.querySelectorAll('#text mark')].filter((mark) => mark.dataset.stances.split(' ').includes(String(number)));

  const choose = (number, toText) => {
    for (const node of document.querySelectorAll('.chosen')) node.classList.remove('chosen');
    const card = $(`stance-${number}`);
    if (!card) return;
    card.classList.add('chosen');
    const marks = marksOf(number);
    marks.forEach((mark) => mark.classList.add('chosen'));
    if (toText && marks.length) {
      marks[0].scrollIntoView({block: 'center'});
    } else {
      card.querySelector('button').focus({preventScroll: true});
      card.scrollIntoView({block: 'nearest'});
    }
  };

  const sentenceOf = (shown, evidence) => {
    const at = evidence.sentence;
    return at ? (at[0] === 1 ? shown.title : shown.text).slice(at[1], at[2]) : '';
  };

  const card = (shown, stance) => {
    const out = element('div', 'stance');
    out.id = `stance-${stance.number}`;
    const jump = element('button', 'jump');
    jump.type = 'button';
    jump.append(element('strong', '', stance.actor), ' ', element('span', stance.polarity, `${SIGN[stance.polarity]} ${stance.polarity}`), ' ', stance.target);
    jump.addEventListener('click', () => choose(stance.number, true));
    const facts = [`confidence ${stance.confidence.toFixed(2)}`];
    if (stance.derived) facts.push('derived');
    if (stance.speakers) facts.push(`said by ${stance.speakers}`);
    out.append(jump, element('div', 'faint', facts.join(' · ')));
    stance.evidence.forEach((evidence) => {
      out.append(element('blockquote', '', sentenceOf(shown, evidence)));
      if (!evidence.steps.length) return;
      const details = element('details');
      details.append(element('summary', '', 'How it came about'));
      const list = element('ol');
      evidence.steps.forEach((step) => list.append(element('li', '', step)));
      details.append(list);
      out.append(details);
    });
    return out;
  };

  const draw = () => {
    const shown = article(current);
    shown.stances.forEach((stance, number) => { stance.number = number; });
    const kept = shown.stances.filter(wanted());
    $('article-title').textContent = shown.title || shown.id || 'Article';
    const text = $('text');
    text.replaceChildren();
    if (shown.title) {
      const title = element('h3');
      markUp(shown.title, 1, kept, title);
      text.append(title);
    }
    if (shown.date) text.append(element('p', 'faint', shown.date));
    const body = element('div');
    markUp(shown.text, 0, kept, body);
    text.append(body);
    $('stances').replaceChildren(...kept.map((stance) => card(shown, stance)));
    $('shown').textContent = `${kept.length} of ${shown.stances.length} stances shown`;
    $('confidence-shown').textContent = Number($('confidence').value).toFixed(2);
  };

  const open = (i) => {
    current = i;
    if ($('choose')) $('choose').value = String(i);
    const names = [...new Set(article(i).stances.map((stance) => stance.actor))].sort();
    const before = $('actor').value;
    $('actor').replaceChildren(new Option('all', ''), ...names.map((name) => new Option(name, name)));
    $('actor').value = names.includes(before) ? before : '';
    draw();
  };

  // Places in the index's tables of names; null: any.
  const showSentences = (opener, actor, target) => {
    const list = $('sentence-list');
    list.replaceChildren();
    // stances: [article, number in it, actor, target]
    for (const [i, number, a, t] of index.stances) {
      if ((actor !== null && a !== actor) || (target !== null && t !== target)) continue;
      const shown = article(i);
      const stance = shown.stances[number];
      const item = element('li');
      const link = element('button', 'jump', shown.title || shown.id || `article ${i + 1}`);
      link.type = 'button';
      link.addEventListener('click', () => {
        open(i);
        choose(number, true);
      });
      const sides = [actor === null && stance.actor, `${SIGN[stance.polarity]} ${stance.polarity}`, target === null && stance.target];
      item.append(element('span', stance.polarity, `${sides.filter(Boolean).join(' ')} `), sentenceOf(shown, stance.evidence[0]), ' — ', link);
      list.append(item);
    }
    if (!list.children.length) list.append(element('li', 'faint', 'There are none.'));
    $('sentences-title').textContent = `${actor === null ? 'Anyone' : index.actors[actor]} on ${target === null ? 'anything' : index.targets[target]}`;
    $('sentences').hidden = false;
    $('sentences').focus();
    $('sentences').scrollIntoView({block: 'nearest'});
    $('sentences').opener = opener;
  };

  $('filters').addEventListener('submit', (event) => event.preventDefault());
  $('filters').addEventListener('input', (event) => {
    if (event.target.id === 'choose') {
      open(Number(event.target.value));
    } else {
      draw();
    }
  });
  $('text').addEventListener('click', (event) => {
    const mark = event.target.closest('mark');
    if (mark) choose(Number(mark.dataset.stances.split(' ')[0]), false);
  });
  for (const button of document.querySelectorAll('.cell')) button.addEventListener('click', () => showSentences(button, Number(button.dataset.actor), Number(button.dataset.target)));
  if ($('look-up')) {
    const fill = (select, names) => {
      const compare = new Intl.Collator('en').compare;
      const places = [...names.keys()].sort((a, b) => compare(names[a], names[b]));
      select.append(...places.map((place) => new Option(names[place], String(place))));
    };
    fill($('look-up-actor'), index.actors);
    fill($('look-up-target'), index.targets);
    const chosen = (select) => (select.value ? Number(select.value) : null);
    $('look-up').addEventListener('submit', (event) => {
      event.preventDefault();
      showSentences(event.submitter, chosen($('look-up-actor')), chosen($('look-up-target')));
    });
  }
  if ($('sentences-close')) {
    const close = () => {
      $('sentences').hidden = true;
      if ($('sentences').opener) $('sentences').opener.focus();
    };
    $('sentences-close').addEventListener('click', close);
    $('sentences').addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
  }
  if (blocks.length) open(0);
})();
