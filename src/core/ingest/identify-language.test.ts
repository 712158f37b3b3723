import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionWordsModule, MODULE_PATH } from '../../../scripts/function-words.ts';
import { identifyLanguage } from './identify-language.ts';

/** Sentences of our own, with invented happenings. */
const TEXTS: readonly [string, string | null, 'coded' | 'not-coded' | 'uncertain'][] = [
  ['At least five men were hurt on the road to Karsa, the army said on Monday.', 'en', 'coded'],
  ['ARMY: 5 hurt in Karsa ambush, 2 of them badly. Road closed. No word from the Front.', 'en', 'coded'],
  [
    'Au moins cinq hommes ont été blessés lundi sur la route de Karsa, selon un porte-parole de l’armée, qui a dit que les routes sont fermées.',
    'fr',
    'not-coded',
  ],
  [
    'Al menos cinco hombres resultaron heridos el lunes en la carretera de Karsa, según el ejército, que ha cerrado los caminos de la zona por la noche.',
    'es',
    'not-coded',
  ],
  [
    'Pelo menos cinco homens ficaram feridos na segunda-feira na estrada de Karsa, disse o exército, que não deu mais detalhes sobre os ataques em curso.',
    'pt',
    'not-coded',
  ],
  [
    'Mindestens fünf Männer sind am Montag auf der Straße nach Karsa verletzt worden, sagte die Armee, die auch die Straße von Norden für den Verkehr sperrte.',
    'de',
    'not-coded',
  ],
  [
    'Watu wasiopungua watano walijeruhiwa siku ya Jumatatu katika barabara ya Karsa, jeshi lilisema kuwa barabara hiyo imefungwa kwa muda na kwamba hakuna aliyekamatwa baada ya tukio.',
    'sw',
    'not-coded',
  ],
  [
    'Ordu, pazartesi günü Karsa yolunda en az beş kişinin yaralandığını ve yolun bir süre için kapatıldığını açıkladı, daha sonra da bu bölgede arama yapıldığını söyledi, ancak gözaltı olduğunu bildirmedi.',
    'tr',
    'not-coded',
  ],
  [
    'Sedikitnya lima orang terluka pada hari Senin di jalan menuju Karsa, kata tentara, dan jalan itu telah ditutup untuk sementara oleh polisi yang juga tidak memberi keterangan.',
    'id',
    'not-coded',
  ],
  ['أصيب خمسة رجال على الأقل يوم الاثنين على طريق كارسا، بحسب ما قاله الجيش.', 'ar', 'not-coded'],
  ['دست‌کم پنج مرد روز دوشنبه در جادهٔ کارسا زخمی شدند، ارتش گفت.', 'fa', 'not-coded'],
  ['پیر کے روز کارسا کی سڑک پر کم از کم پانچ آدمی زخمی ہوئے، فوج نے بتایا۔ سڑک بند کر دی گئی ہے', 'ur', 'not-coded'],
  ['По меньшей мере пять человек были ранены в понедельник на дороге в Карсу, сообщили военные.', 'ru', 'not-coded'],
  [
    'Щонайменше п’ятеро людей були поранені в понеділок на дорозі до Карси, повідомили її військові.',
    'uk',
    'not-coded',
  ],
  ['月曜日、カルサへの道で少なくとも五人が負傷したと軍が発表した。', 'ja', 'not-coded'],
  ['军方表示，周一在前往卡尔萨的路上至少有五人受伤。', 'zh', 'not-coded'],
  ['Five hurt: Karsa', null, 'uncertain'],
  ['Karsa', null, 'uncertain'],
  ['12:40 – 14:00', null, 'uncertain'],
  ['', null, 'uncertain'],
  [
    'Nuqa wasiyman rini, paykunataq mana hamunkuchu, chaymanta llaqtapi tiyashanku, hatun runakuna rimashanku llapa p’unchaw tuta chisi paqarin minchha wata killa inti para wayra urqu mayu sacha rumi',
    null,
    'not-coded',
  ],
];

describe('identifyLanguage', () => {
  test.each(TEXTS)('%s', (text, language, certainty) => {
    expect(identifyLanguage(text)).toEqual({ language, certainty });
  });

  test('names and quotes in other languages leave a report in its own', () => {
    const text =
      'The "Frente de la Tierra y de los Pueblos" said on Monday that «la lucha sigue» in the hills of Karsa, and that it had not left the road to the north. Коли, said one fighter, or كيف, said another.';
    expect(identifyLanguage(text).language).toBe('en');
  });
});

test('the words in the code are those of data/language/function-words.tsv (node scripts/write-function-words.ts)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../..', MODULE_PATH), 'utf8')).toBe(functionWordsModule());
});
