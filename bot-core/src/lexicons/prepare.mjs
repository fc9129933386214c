// Prepares the word lists of the patient-data check from packages with a permissive licence (see LISTS.md).
// Run by hand: npm install && npm run prepare-lists. The same packages give the same bytes.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { allLocales } from '@faker-js/faker';

const require = createRequire(import.meta.url);
const target = new URL('../main/resources/org/covigie/bot/patientdata/', import.meta.url);

/** As Shadow folds: lower case, no accents, ligatures apart. */
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ`]/g, "'").toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l')
    .replace(/ı/g, 'i').replace(/đ/g, 'd').replace(/ð/g, 'd').replace(/þ/g, 'th');
const sorted = words => [...new Set(words)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const zipped = (name, lines) => writeFileSync(new URL(name, target), gzipSync(lines.join('\n') + '\n', { level: 9 }));

// Given names and surnames, one word each; of a compound the parts, because people write them apart.
const given = [];
const family = [];
const collect = (into, names) => (names ?? []).forEach(name => fold(name).split(/[\s'-]+/)
    .filter(part => /^[a-z]{3,16}$/.test(part)).forEach(part => into.push(part)));
for (const { person } of Object.values(allLocales)) {
    Object.values(person?.first_name ?? {}).forEach(names => collect(given, names));
    Object.values(person?.last_name ?? {}).forEach(names => collect(family, names));
}
zipped('given-names.txt.gz', sorted(given));
zipped('surnames.txt.gz', sorted(family));

// Municipalities with the class of their population: 0 below 2,000 inhabitants, 1 below 20,000, 2 from there on.
const communes = new Map();
for (const { nom, type, population } of require('@etalab/decoupage-administratif/data/communes.json')) {
    if (type === 'commune-actuelle') {
        const name = fold(nom).replace(/[-' ]+/g, ' ');
        const size = (population ?? 0) < 2_000 ? 0 : population < 20_000 ? 1 : 2;
        communes.set(name, Math.max(size, communes.get(name) ?? 0));
    }
}
zipped('communes.txt.gz', sorted([...communes].map(([name, size]) => `${name}\t${size}`)));

// Words of the dictionary. Past tenses that nobody types in a chat would be a third of the French list.
const bookish = /(?:assions|assiez|assent|âmes|âtes|èrent|ussions|ussiez|ussent|issions|issiez|îmes|îtes|ûmes|ûtes|ât)$/;
const words = [
    ...require('an-array-of-french-words').filter(word => !bookish.test(word) && word.length <= 15),
    ...require('an-array-of-english-words').filter(word => word.length <= 11)]
    .map(fold).filter(word => /^[a-z]{2,}$/.test(word));
zipped('words.txt.gz', sorted(words));
