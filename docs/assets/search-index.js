/* Finds pages in the index that the build makes (`equal_footing/search/`). Nothing is fetched before `open` is called.

   A query becomes words by the rules that the index carries, those of `folding.py`. For each word the list of words gives
   those that match it: the same one, those that begin with it, else those that differ by one or two letters. Pages with more
   words of the query come first, rare words above all, and pages that mention a name in which the words follow one another.
   A page whose title or other name is the query comes before them. */

const SAME = 1;
const BEGINS = 0.7;
const WRONG = [0, 0.6, 0.35]; // by the number of wrong letters
const IS_NAME = [26000, 20000]; // the title, another name
const HAS_ALL_OF_NAME = 4000;
const IN_NAME = 60;
const ASKED = 1.4; // a page that answers a question, where the query asks one
const NEAR_NAME = 13000; // one wrong letter in all, where a word is none that the site knows; half of it for two
const SHORT_FOR = 1000; // characters that occur in a name in this order, Chinese ones among them, where no page has all
const IS_MESSAGE = [0.4, 0.15]; // what a query has of a message of the check; less will do if it begins as one does
const SHORTEST_MESSAGE = 5; // words
const RULE = /(?:\[|\brule=)([a-z]+(?:-[a-z]+)*)\]?\s*$/i; // as the check prints it, and as `make explain` takes it
const WHERE = /^[\w-]+(\.[\w-]+)*( \d+)?(, [\w.-]+( \d+)?)*: /;
const IS_KEY = 300; // a key of the data that is an ordinary word, where no page is called so
const SHORTEST_PART = 3; // letters of a word that was typed as one with another, unless one of them is a number
const LONG = 8; // from so many letters on two of them may be wrong
const WEAK = 0.3; // pages that have neither all words of the query nor it in a name are left out below this share of the best score
const ALWAYS = 5; // so many pages are shown however little they score
const MOST_BEGINNINGS = 60;
const MOST_GUESSES = 8;
const INITIALS = 50; // the weight of a word on a page of whose name it is the initials
const IN_A_NAME = 6; // the weight of two words of the query that follow one another in a name or a number which a page mentions
const ON_MANY = 6; // by this share of the pages two words are on too many to mean one thing
const MOST_IN_A_NAME = 6; // words; longer queries are sentences
const OF_LONG = 2.5; // by this share of its words a query counts pages less that lack some: a pasted sentence names many things

/** Return the index below an address that ends in a slash: `{ search(query), unknown(query) }`.

    The error for what cannot be fetched has `isUnfetched`. */
export async function open(address) {
  const json = async (name) => {
    try {
      const answer = await fetch(address + name);
      if (answer.ok) return await answer.json();
      throw new Error(`${answer.status} ${name}`);
    } catch (error) {
      throw Object.assign(error, { isUnfetched: true });
    }
  };
  const index = await json("index.json");
  const list = await json(index.words);
  const pieces = new Map();
  const piece = (name) => {
    if (!pieces.has(name)) {
      const fetched = json(name);
      pieces.set(name, fetched);
      fetched.catch(() => pieces.delete(name)); // the next query tries again
    }
    return pieces.get(name);
  };
  const messages = async () => new Messages((await Promise.all(index.messages.map(piece))).flat());
  return new Index(index, list, piece, messages);
}

/** Return how text becomes words, by the rules of `folding.py`. */
export function folding(rules) {
  const compiled = (pairs, flags) => pairs.map(([pattern, to]) => [new RegExp(pattern, flags), to]);
  const ofText = compiled(rules.text, "g");
  const ofWord = compiled(rules.word, "");
  const variants = new Map(Object.entries(rules.letters));
  const to = [...rules.to];
  [...rules.from].forEach((char, at) => variants.set(char, to[at]));
  const letters = "[\\p{L}\\p{N}]";
  const pieceOf = new RegExp(`([${rules.runs}]+)|(?:(?![${rules.runs}])${letters})+`, "gu");
  const inside = new RegExp(`([${rules.runs}])[^\\p{L}\\p{N}_\\n]+(?=[${rules.runs}])`, "gu");
  const stems = new Map();

  const fold = (text) => {
    const plain = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    const same = Array.from(plain, (char) => variants.get(char) ?? char).join("");
    return ofText.reduce((made, [pattern, to]) => made.replace(pattern, to), same.replace(inside, "$1"));
  };
  const stem = (word) => {
    if (word.length < rules.short) return word;
    if (!stems.has(word)) stems.set(word, ofWord.reduce((made, [pattern, to]) => made.replace(pattern, to), word));
    return stems.get(word);
  };
  /** Return the words of a folded text, each as `{ text, isRun }`; a run of characters of the East is one word. */
  const pieces = (folded) => Array.from(folded.matchAll(pieceOf), ([text, run]) => ({ text, isRun: run !== undefined }));
  const pairs = (run) => {
    const chars = [...run];
    return chars.length === 1 ? chars : chars.slice(1).map((char, at) => chars[at] + char);
  };
  const words = (folded) => pieces(folded).flatMap(({ text, isRun }) => (isRun ? pairs(text) : [stem(text)]));
  const [place, ofOneCase] = [new RegExp(rules.place), new RegExp(rules.of_one_case, "g")];
  const withoutPlace = (text) => text.replace(place, "");
  const key = new RegExp(rules.key, "g");
  const message = (text) => words(fold(text.replace(ofOneCase, " ")));
  const [isStop, isAsking] = [rules.stop, rules.asking].map((list) => (word) => list.includes(word));
  return { fold, stem, pieces, pairs, words, withoutPlace, key, message, isStop, isAsking };
}

const rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];

/** Return how many letters differ, at most `most` + 1: added, left out, replaced, or two that changed places. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > 250) return most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= other.length; j++) last[j] = j;
  for (let i = 1; i <= one.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(other.length, i + most)];
    row[from - 1] = from === 1 ? i : most + 1;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j - 1] + (same ? 0 : 1), row[j - 1] + 1, j < i + most ? last[j] + 1 : most + 1);
      if (!same && i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[other.length];
}

class Index {
  constructor(index, list, piece, messages) {
    this.index = index;
    this.piece = piece;
    this.messages = messages;
    this.words = list.words.split(" ");
    this.starts = list.starts;
    this.pieces = list.pieces;
    this.questions = new Set(index.questions);
    this.keys = new Map(Object.entries(index.keys));
    this.folding = folding(index.rules);
    this.labels = new Map(); // the words of kinds and places
    this.pages = index.pages.map(([address, names, kind, place, opening, headings]) => ({
      address,
      title: names[0],
      names,
      kind: index.kinds[kind],
      place: index.places[place],
      opening,
      headings: headings.map((number) => index.headings[number]),
      squeezed: names.map((name) => this.squeeze(this.folding.fold(name))),
    }));
    this.initials = null; // the pages whose names have these initials: made when a query has a word that the site has not
    this.anchors = new Map(); // the page and the part of each anchor that no other page has, else null
    this.pages.forEach(({ headings }, page) => {
      headings.forEach(([anchor], at) => this.anchors.set(anchor, this.anchors.has(anchor) ? null : { page, part: 1 + at }));
    });
  }

  /** Return the initials of a name, if they are three or more: those of all its words, and those without stop words. */
  initialsOf(name) {
    const { fold, stem, pieces, isStop } = this.folding;
    const words = pieces(fold(name)).filter(({ isRun }) => !isRun);
    const telling = words.filter(({ text }) => !isStop(stem(text)));
    return [words, telling].map((list) => list.map(({ text }) => text[0]).join("")).filter(({ length }) => length > 2);
  }

  /** Return whether a word is the initials of a name, and neither is nor begins any word of the site. */
  isInitials(word) {
    if (this.isBegun(word)) return false;
    this.initials ??= this.byInitials();
    return this.initials.has(word.text);
  }

  byInitials() {
    const found = new Map();
    this.pages.forEach(({ names }, page) => {
      for (const letters of names.flatMap((name) => this.initialsOf(name))) {
        found.set(letters, (found.get(letters) ?? new Set()).add(page));
      }
    });
    return found;
  }

  squeeze(folded) {
    return folded.replace(/[^\p{L}\p{N}]/gu, "");
  }

  typed(query) {
    const { fold, key, pieces, stem } = this.folding;
    const folded = fold(query);
    const keys = (folded.match(key) ?? []).filter((text) => this.keys.has(text) || this.isBegun({ text, stem: text }));
    const rest = keys.reduce((left, text) => left.replace(text, " "), folded);
    const others = pieces(rest).map(({ text, isRun }) => ({ text, isRun, stem: isRun ? text : stem(text) }));
    return [...keys.map((text) => ({ text, isRun: false, stem: text })), ...others];
  }

  /** Return the pages that a query finds, the best first: `{ page, score, section, name }`.

      `section` is `[anchor, heading]`, `name` another name of the page that holds what was typed, as its title does not. */
  async search(pasted) {
    const query = this.folding.withoutPlace(pasted);
    const { fold, pairs, isStop, isAsking, words } = this.folding;
    const [folded, typed] = [fold(query), this.typed(query)];
    const telling = typed.filter(({ stem }) => !isStop(stem));
    const asked = (telling.length ? telling : typed).flatMap((word, at, all) =>
      word.isRun ? pairs(word.text).map((pair) => ({ pair })) : this.parted({ ...word, isLast: at === all.length - 1 }),
    );
    const scores = new Scores(asked.length, asked.filter(({ pair }) => !pair).length);
    await this.add(scores, asked, (word) => this.matches(word, false));
    if (!scores.anyComplete()) {
      await this.add(scores, asked, (word) => (word.pair ? [] : this.matches(word, true)));
    }
    await this.addMentions(scores, asked);
    const all = words(folded);
    const typedAs = this.squeeze(folded);
    const isRight = asked.every(({ pair, stem }) => pair || this.isKnown(stem));
    if (telling.length === 1) this.addKey(scores, telling[0].text);
    if (!this.addRule(scores, query) && !(await this.addMessages(scores, query, query !== pasted))) {
      this.addAnchors(scores, query);
    }
    this.addNames(scores, typedAs, all.join(""), new Set(all.filter((word) => !isStop(word))), isRight);
    const asks = /[?？]\s*$/.test(query) || (typed.length > 2 && isAsking(typed[0].text));
    return scores.best((page) => (asks && this.questions.has(page) ? ASKED : 1)).map(({ page, ...rest }) => {
      const found = this.pages[page];
      const section = rest.section ? found.headings[rest.section - 1] : null;
      return { page: found, score: rest.score, section, name: this.nameFor(found, typedAs) };
    });
  }

  /** Add to the scores what pages hold the words that match each word of a query. */
  async add(scores, asked, matches) {
    const found = await Promise.all(
      asked.map(async (word) => {
        const hits = new Map(); // by page the best weight, and its section
        if (!word.pair && this.isInitials(word)) {
          for (const page of this.initials.get(word.text)) hits.set(page, { weight: INITIALS, section: 0 });
          return hits;
        }
        const ways = word.pair ? [[word.pair, SAME]] : matches(word);
        const postings = await Promise.all(ways.map(([match]) => (word.pair ? this.ofPair(match) : this.ofWord(match))));
        postings.forEach((numbers, way) => {
          let page = 0;
          for (let at = 0; at < numbers.length; at += 3) {
            page += numbers[at];
            const weight = numbers[at + 1] * ways[way][1];
            if (weight > (hits.get(page)?.weight ?? 0)) hits.set(page, { weight, section: numbers[at + 2] });
          }
        });
        return hits;
      }),
    );
    found.forEach((hits, word) => {
      const rare = Math.log(1 + this.pages.length / (1 + hits.size)) ** 2;
      for (const [page, { weight, section }] of hits) scores.add(word, page, weight * rare, section);
    });
  }

  /** Add to the scores what pages mention a name or a number in which words of the query follow one another. */
  async addMentions(scores, asked) {
    if (asked.length > MOST_IN_A_NAME) return;
    const stems = asked.map(({ pair, stem }) => (!pair && this.isKnown(stem) ? stem : ""));
    const pairs = stems.slice(1).flatMap((stem, at) => (stem && stems[at] ? [`${stems[at]}+${stem}`] : []));
    for (const numbers of await Promise.all(pairs.map((pair) => this.ofPair(pair)))) {
      const rare = Math.max(0, Math.log(this.pages.length / (ON_MANY * (1 + numbers.length / 3)))) ** 2;
      let page = 0;
      for (let at = 0; at < numbers.length; at += 3) {
        page += numbers[at];
        scores.mention(page, numbers[at + 1] * rare * IN_A_NAME, numbers[at + 2]);
      }
    }
  }

  /** Return the numbers of the words that match a word, and how well they do. */
  matches({ text, stem, isLast }, guess) {
    const found = new Map();
    if (this.isKnown(stem)) found.set(this.position(stem), SAME);
    if (text.length >= 2) {
      for (const start of text.startsWith(stem) ? [text] : [text, stem]) {
        if (/^\d+$/.test(start) && found.size) continue; // whoever asks for 28 does not ask for 288
        for (let at = this.position(start); this.words[at]?.startsWith(start) && found.size < MOST_BEGINNINGS; at++) {
          if (!found.has(at)) found.set(at, BEGINS * (start.length / this.words[at].length));
        }
      }
    }
    if (guess || !found.size) {
      for (const [at, wrong] of this.guesses(text, stem, isLast)) if (!found.has(at)) found.set(at, WRONG[wrong]);
    }
    return [...found];
  }

  /** Return the numbers of words that a reader may have meant, and how many letters are wrong; the nearest only. */
  guesses(text, stem, isLast) {
    if (text.length < 4 || /^\d+$/.test(text)) return [];
    const most = text.length < 5 ? 1 : 2;
    const near = [[], [], []];
    this.words.forEach((word, at) => {
      if (word.length < (most === 1 ? 5 : 4)) return;
      const begun = isLast && word.length > text.length && distance(text, word.slice(0, text.length), 1) === 1;
      const wrong = begun ? 1 : Math.min(distance(stem, word, most), text === stem ? most + 1 : distance(text, word, most));
      if (wrong >= 1 && wrong <= most) near[wrong].push([at, wrong]);
    });
    const isFar = ([at]) => (this.words[at][0] === stem[0] ? 0 : 1); // the first letter is seldom wrong
    const all = text.length < LONG && near[1].length ? near[1] : [...near[1], ...near[2]];
    return all.sort((a, b) => a[1] - b[1] || isFar(a) - isFar(b)).slice(0, MOST_GUESSES);
  }

  /** Return the number of the first word that is not before a text. */
  position(text) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async ofWord(number) {
    let piece = this.starts.length - 1;
    while (this.starts[piece] > number) piece--;
    return (await this.piece(this.pieces[piece]))[number - this.starts[piece]];
  }

  async ofPair(pair) {
    const { pairs } = this.index;
    const number = [...pair].reduce((made, char) => (made * 31 + char.codePointAt(0)) % 65_521, 0);
    return (await this.piece(pairs[number % pairs.length]))[pair] ?? [];
  }

  /** Return whether the site has a word. */
  isKnown(stem) {
    return this.words[this.position(stem)] === stem;
  }

  /** Return whether a word is one of the site, begins one, or is the initials of a name. */
  isFound(word) {
    return this.isBegun(word) || this.isInitials(word);
  }

  /** Return whether the site has a word, or one that begins with it. */
  isBegun({ text, stem }) {
    return this.isKnown(stem) || (text.length > 1 && Boolean(this.words[this.position(text)]?.startsWith(text)));
  }

  /** Return whether letters and digits occur in the name of any page. */
  isInName(squeezed) {
    return this.pages.some((page) => page.squeezed.some((name) => name.includes(squeezed)));
  }

  /** Return the words of a query, as they were typed, that no page has: `search` has looked for others like them. */
  async unknown(pasted) {
    const query = this.folding.withoutPlace(pasted);
    const typedAs = this.squeeze(this.folding.fold(query));
    if (this.isInName(typedAs)) return [];
    const words = [...new Set(query.match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu))];
    const are = await Promise.all(words.map((word) => this.isUnknown(word)));
    return words.filter((_, at) => are[at]);
  }

  async isUnknown(word) {
    const { pairs, isStop } = this.folding;
    for (const piece of this.typed(word)) {
      const isLatin = !piece.isRun && !isStop(piece.stem) && !this.isFound(piece) && this.parted(piece).length === 1;
      if (isLatin || (piece.isRun && !(await this.haveAll(pairs(piece.text))))) return true;
    }
    return false;
  }

  /** Return whether any page has all of some pairs of characters. */
  async haveAll(pairs) {
    const found = await Promise.all(pairs.map((pair) => this.ofPair(pair)));
    const of = found.map((numbers) => {
      let page = 0;
      return new Set(numbers.filter((_, at) => at % 3 === 0).map((step) => (page += step)));
    });
    return [...of[0]].some((page) => of.every((pages) => pages.has(page)));
  }

  /** Return a word as it is, or as two words that the site has and that were typed as one. */
  parted(word) {
    const { text, stem, isLast } = word;
    if (this.isFound(word)) return [word];
    for (let cut = 1; cut < text.length; cut++) {
      const isAtNumber = /\d/.test(text[cut - 1]) !== /\d/.test(text[cut]);
      if (!isAtNumber && Math.min(cut, text.length - cut) < SHORTEST_PART) continue;
      const parts = [text.slice(0, cut), text.slice(cut)].map((part) => ({ text: part, stem: this.folding.stem(part) }));
      if (parts.every((part) => this.isKnown(part.stem))) return [parts[0], { ...parts[1], isLast }];
    }
    return [word];
  }

  /** Raise the part that explains a key of the data, if a word is one. */
  addKey(scores, word) {
    if (!this.keys.has(word)) return;
    const [page, part] = this.keys.get(word);
    if (word.includes("_")) scores.raise(page, IS_NAME[1], part);
    else if (!this.isInName(word)) scores.raise(page, IS_KEY, part);
  }

  /** Raise the part on the rule of the check that a query names as the check does; return whether there is one. */
  addRule(scores, query) {
    const found = this.anchors.get(RULE.exec(query)?.[1].toLowerCase());
    if (found) scores.raise(found.page, IS_NAME[1], found.part);
    return Boolean(found);
  }

  /** Raise the one page that has a part at an anchor that is in the query, such as the name of a rule of the check. */
  addAnchors(scores, query) {
    const [whole, named] = [query.toLowerCase().trim(), query.toLowerCase().match(/[a-z]+(-[a-z]+)+/g) ?? []];
    for (const anchor of new Set([whole, ...named])) {
      const found = this.anchors.get(anchor);
      if (found) scores.raise(found.page, anchor.includes("-") ? IS_NAME[1] : IN_NAME, found.part);
    }
  }

  /** Raise the parts that explain messages of the check like the query, and return whether there are any. */
  async addMessages(scores, query, hasPlace) {
    if (!hasPlace && this.typed(query).filter(({ isRun }) => !isRun).length < SHORTEST_MESSAGE) return false;
    const said = this.folding.message(query);
    const least = IS_MESSAGE[hasPlace || WHERE.test(query) ? 1 : 0];
    const like = (await this.messages()).like(said).filter(({ likeness }) => likeness >= least);
    for (const { page, part, likeness } of like) scores.raise(page, IS_NAME[1] * likeness, part);
    return like.length > 0;
  }

  /** Raise pages whose name is the query, nearly is, holds it, or has the same words in another order. */
  addNames(scores, squeezed, stems, words, isRight) {
    const isLong = squeezed.length > (/^[a-z]*$/.test(squeezed) ? 3 : /^[\x00-\x7f]*$/.test(squeezed) ? 2 : 0);
    const isShort = /^(?=.*\p{Script=Han})[\p{Script=Han}\p{Script=Latin}]{2,8}$/u.test(squeezed) && !scores.anyComplete();
    this.pages.forEach(({ names, kind, place, squeezed: known }, number) => {
      const isComplete = scores.isComplete(number);
      const around = new Set(isComplete ? [...this.wordsOf(kind), ...this.wordsOf(place)] : []);
      const raised = known.map((name, at) => {
        if (name === squeezed) return IS_NAME[at ? 1 : 0];
        const own = isComplete ? this.folding.words(this.folding.fold(names[at])) : [];
        if (isComplete && own.join("") === stems) return IS_NAME[at ? 1 : 0] - 1;
        if (isComplete && this.haveSame(own, words)) return HAS_ALL_OF_NAME * (at ? 0.9 : 1);
        if (isComplete && this.haveSame(own, words, around)) return HAS_ALL_OF_NAME * (at ? 0.8 : 0.9);
        if (isShort && this.isShortFor(squeezed, name)) return SHORT_FOR;
        const within = isLong && name.includes(squeezed) ? 1 + squeezed.length / name.length : 0;
        if (within) return IN_NAME * (within + (name.startsWith(squeezed) ? 0.5 : 0));
        return isRight ? 0 : this.near(squeezed, name);
      });
      const best = Math.max(...raised);
      if (best) scores.raise(number, best);
    });
  }

  /** Return whether the characters of a query occur in a name in their order, as those of an abbreviation do. */
  isShortFor(query, name) {
    let at = -1;
    return [...query].every((char) => (at = name.indexOf(char, at + 1)) >= 0);
  }

  nameFor({ names, squeezed }, typed) {
    const at = typed.length > 1 ? squeezed.findIndex((name) => name.includes(typed)) : 0;
    return at > 0 ? names[at] : "";
  }

  /** Return whether a query has the words of a name and no others, but for some that are around it. */
  haveSame(own, words, around = new Set()) {
    const telling = new Set(own.filter((word) => !this.folding.isStop(word)));
    return telling.size > 0 && [...telling].every((word) => words.has(word)) && [...words].every((word) => telling.has(word) || around.has(word));
  }

  /** Return the words of a kind or a place. */
  wordsOf(label) {
    const { fold, words } = this.folding;
    if (!this.labels.has(label)) this.labels.set(label, words(fold(label)));
    return this.labels.get(label);
  }

  /** Return what a name counts that differs from the query by one or two Latin letters; 0 for any other. */
  near(query, name) {
    if (query.length < 4 || name.length < 5 || !/^\p{Script=Latin}+$/u.test(query)) return 0;
    const wrong = distance(query, name, query.length < 5 ? 1 : 2);
    return wrong === 1 ? NEAR_NAME : wrong === 2 && query.length >= 5 ? (query.length < LONG ? IN_NAME : NEAR_NAME / 2) : 0;
  }
}

/** The messages of the check: `[page, part, words]` for each, the part being the one that explains it. */
class Messages {
  constructor(listed) {
    this.listed = listed.map(([page, part, words]) => ({ page, part, said: this.told(words.split(" ")) }));
    this.counts = new Map();
    for (const { said } of this.listed) for (const word of said) this.counts.set(word, 1 + (this.counts.get(word) ?? 0));
  }

  /** Return what distinguishes a message from others: its words, and each two that follow one another. */
  told(words) {
    return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
  }

  /** Return the messages, and how much of each some words have: 1 for all of it and nothing else. */
  like(words) {
    const asked = this.told(words);
    return this.listed.map(({ page, part, said }) => {
      const shared = this.weight([...said].filter((word) => asked.has(word)));
      return { page, part, likeness: shared && shared / Math.sqrt(this.weight(said) * this.weight(asked)) };
    });
  }

  weight(words) {
    return [...words].reduce((sum, word) => sum + Math.log(1 + this.listed.length / (1 + (this.counts.get(word) ?? 0))), 0);
  }
}

/** The scores of pages, by the words of one query, some of them in Latin letters. */
class Scores {
  constructor(words, latin) {
    this.count = words;
    this.latin = latin;
    this.ofPages = new Map();
  }

  page(number) {
    if (!this.ofPages.has(number)) this.ofPages.set(number, { words: new Map(), mentions: [], raised: 0, part: 0 });
    return this.ofPages.get(number);
  }

  add(word, number, score, section) {
    const { words } = this.page(number);
    if (score > (words.get(word)?.score ?? 0)) words.set(word, { score, section });
  }

  raise(number, score, part = 0) {
    const page = this.page(number);
    if (score > page.raised) [page.raised, page.part] = [score, part];
  }

  mention(number, score, section) {
    this.page(number).mentions.push({ score, section });
  }

  isComplete(number) {
    return this.ofPages.get(number)?.words.size === this.count;
  }

  anyComplete() {
    return [...this.ofPages.keys()].some((number) => this.isComplete(number));
  }

  /** Return the pages, the best first, equals in the order of the index; `factor` is what a page counts more by. */
  best(factor) {
    const found = [...this.ofPages].map(([page, { words, mentions, raised, part }]) => {
      const hits = [...words.values(), ...mentions];
      const share = this.count ? words.size / this.count : 1;
      const power = Math.max(2, this.latin / OF_LONG);
      const score = raised + hits.reduce((sum, hit) => sum + hit.score, 0) * share ** power * factor(page);
      const sections = new Map();
      for (const hit of hits) if (hit.section) sections.set(hit.section, (sections.get(hit.section) ?? 0) + hit.score);
      const [best = 0] = [...sections].sort((a, b) => b[1] - a[1])[0] ?? [];
      const section = part || (raised < HAS_ALL_OF_NAME / 2 ? best : 0); // whoever asks for a page by its name wants its beginning
      return { page, score, section, isSure: share === 1 || raised > 0 };
    });
    const best = Math.max(...found.map(({ score }) => score));
    const sorted = found.sort((a, b) => b.score - a.score || a.page - b.page);
    return sorted.filter(({ isSure, score }, at) => isSure || at < ALWAYS || score > WEAK * best);
  }
}
