import { test } from 'vitest';
import { checkActors } from '../../../../test/check-actors.ts';

/** A text and every mention in it as `words → actor`, an actor without an id in quotation marks. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  [
    'Burkinabe soldiers and VDP volunteers fought off JNIM near Djibo, the general staff said.',
    'Burkinabe soldiers → Military Forces of Burkina Faso',
    'VDP volunteers → Volunteers for the Defense of the Homeland',
    "JNIM → Jama'at Nusrat al-Islam wal-Muslimin",
    'general staff → Military Forces of Burkina Faso',
  ],
  [
    'The junta in Niamey accused Paris of arming the gunmen.',
    'junta in Niamey → Military Forces of Niger',
    'Paris → Government of France',
    'gunmen → “gunmen”',
  ],
  [
    'ISWAP fighters overran a Nigerian army base in Borno; a second base was held by the MNJTF.',
    'ISWAP fighters → Islamic State West Africa Province',
    'Nigerian army → Military Forces of Nigeria',
    'MNJTF → Multinational Joint Task Force',
  ],
  [
    'Al-Shabaab said it had killed eleven Kenyan police officers; the police spokesman denied it.',
    'Al-Shabaab → Al Shabaab',
    'Kenyan police officers → Police Forces of Kenya',
    'police spokesman → Police Forces of Kenya',
  ],
  [
    'Bandits abducted 40 villagers in Kaduna State, residents and a local vigilante said.',
    'Bandits → “Bandits”',
    'villagers → Civilians',
    'residents → Civilians',
    'vigilante → “vigilante”',
  ],
  [
    'The M23 rebels, backed by Rwanda, took Masisi, and FARDC troops withdrew.',
    'M23 rebels → March 23 Movement',
    'Rwanda → Government of Rwanda',
    'FARDC troops → Military Forces of the Democratic Republic of the Congo',
  ],
  [
    'Kigali denies arming the M23. Kinshasa insists that it does.',
    'Kigali → Government of Rwanda',
    'M23 → March 23 Movement',
    'Kinshasa → Government of the Democratic Republic of the Congo',
  ],
  [
    'The Sudanese army and the Rapid Support Forces (RSF) traded blame. The RSF shelled El Fasher, the army said.',
    'Sudanese army → Military Forces of Sudan',
    'Rapid Support Forces → Rapid Support Forces',
    'RSF → Rapid Support Forces',
    'RSF → Rapid Support Forces',
    'army → Military Forces of Sudan',
  ],
  [
    'SPLM-N fighters under al-Hilu shelled Kadugli, according to the Sudan Doctors Network.',
    "SPLM-N fighters → Sudan People's Liberation Movement-North",
    'Sudan Doctors Network → Sudan Doctors Network',
  ],
  [
    'Ethiopian federal forces clashed with the Fano militia in Gondar.',
    'Ethiopian federal forces → Military Forces of Ethiopia',
    'Fano militia → Fano',
  ],
  [
    'Tigrayan forces and Eritrean troops exchanged fire along the border.',
    "Tigrayan forces → Tigray People's Liberation Front",
    'Eritrean troops → Military Forces of Eritrea',
  ],
  [
    'Islamic State in Mozambique beheaded three farmers in Cabo Delgado; Rwandan soldiers pursued the group.',
    'Islamic State in Mozambique → Islamic State Mozambique Province',
    'farmers → Civilians',
    'Rwandan soldiers → Military Forces of Rwanda',
    'group → Islamic State Mozambique Province',
  ],
  [
    'The Libyan National Army of Khalifa Haftar said its drones had struck the port.',
    'Libyan National Army → Libyan National Army',
    'Khalifa Haftar → Libyan National Army',
  ],
  [
    'Hamas fighters killed two Israeli soldiers in Rafah, the Qassam Brigades said, while the IDF reported one dead.',
    'Hamas fighters → Hamas',
    'Israeli soldiers → Military Forces of Israel',
    'Qassam Brigades → Hamas',
    'IDF → Military Forces of Israel',
    'dead → “dead”',
  ],
  [
    'Israeli settlers torched cars in a Palestinian village as soldiers stood by.',
    'Israeli settlers → Settlers (Israel)',
    'soldiers → “soldiers”',
  ],
  [
    'Hezbollah fired rockets at northern Israel; an Israeli drone strike killed two paramedics in Tyre.',
    'Hezbollah → Hezbollah',
    'Israeli drone strike → Military Forces of Israel',
    'paramedics → Civilians',
  ],
  [
    'The Houthis fired at a tanker, US Central Command said.',
    'Houthis → Houthi Movement',
    'US Central Command → Military Forces of the United States',
  ],
  [
    'Tehran warned that the Revolutionary Guards would answer any Israeli attack.',
    'Tehran → Government of Iran',
    'Revolutionary Guards → Military Forces of Iran',
    'Israeli attack → Military Forces of Israel',
  ],
  [
    'Kataib Hezbollah claimed the drone attack on American forces in Syria.',
    'Kataib Hezbollah → Kataib Hezbollah',
    'American forces → Military Forces of the United States',
  ],
  [
    'PKK militants killed a Turkish soldier near Hakkari, Ankara said.',
    'PKK militants → Kurdistan Workers Party',
    'Turkish soldier → Military Forces of Turkey',
    'Ankara → Government of Turkey',
  ],
  [
    'SDF fighters and the Turkish-backed Syrian National Army clashed near Manbij.',
    'SDF fighters → Syrian Democratic Forces',
    'Turkish-backed Syrian National Army → Syrian National Army',
  ],
  [
    'The Syrian Observatory for Human Rights put the toll at 14.',
    'Syrian Observatory for Human Rights → Syrian Observatory for Human Rights',
  ],
  [
    "Ukraine's air force said it downed 40 Russian drones; Moscow said its forces had hit an airfield.",
    "Ukraine's air force → Military Forces of Ukraine",
    'Russian drones → Military Forces of Russia',
    'Moscow → Government of Russia',
    'forces → Military Forces of Russia',
  ],
  [
    "Russia's Defence Ministry said air defences had downed nine Ukrainian drones.",
    "Russia's Defence Ministry → Government of Russia",
    'air defences → Military Forces of Russia',
    'Ukrainian drones → Military Forces of Ukraine',
  ],
  [
    'The governor of Belgorod region said two women were hurt by Ukrainian shelling.',
    'governor → Government of Ukraine',
    'women → Civilians',
    'Ukrainian shelling → Military Forces of Ukraine',
  ],
  [
    'Azerbaijan accused Armenia of firing at its positions; Yerevan denied it.',
    'Azerbaijan → Government of Azerbaijan',
    'Armenia → Government of Armenia',
    'Yerevan → Government of Armenia',
  ],
  [
    'Tajik border guards and Kyrgyz troops exchanged mortar fire near Batken.',
    'Tajik border guards → Military Forces of Tajikistan',
    'Kyrgyz troops → Military Forces of Kyrgyzstan',
  ],
  [
    'Pakistani police said a suicide bomber of the Tehreek-e-Taliban Pakistan (TTP) killed four constables in Bannu. The TTP did not comment.',
    'Pakistani police → Police Forces of Pakistan',
    'suicide bomber → Tehrik-i-Taliban Pakistan',
    'Tehreek-e-Taliban Pakistan → Tehrik-i-Taliban Pakistan',
    'TTP → Tehrik-i-Taliban Pakistan',
    'constables → Police Forces of Pakistan',
    'TTP → Tehrik-i-Taliban Pakistan',
  ],
  [
    'The Baloch Liberation Army claimed it had killed 18 Frontier Corps men; Quetta hospital officials counted five.',
    'Baloch Liberation Army → Balochistan Liberation Army',
    'Frontier Corps men → Military Forces of Pakistan',
    'hospital officials → “hospital officials”',
  ],
  [
    'Kabul said Pakistani jets bombed Khost, and the Taliban vowed to respond.',
    'Kabul → Taliban Government of Afghanistan',
    'Pakistani jets → Military Forces of Pakistan',
    'Taliban → Taliban Government of Afghanistan',
  ],
  [
    'Indian soldiers shot dead two Lashkar-e-Taiba militants in Kupwara, the Indian army said.',
    'Indian soldiers → Military Forces of India',
    'dead → “dead”',
    'Lashkar-e-Taiba militants → Lashkar-e-Taiba',
    'Indian army → Military Forces of India',
  ],
  [
    'CRPF jawans and District Reserve Guard personnel killed six Maoists in Bijapur, police said.',
    'CRPF jawans → Police Forces of India',
    'District Reserve Guard personnel → Police Forces of India',
    'Maoists → Communist Party of India (Maoist)',
    'police → Police Forces of India',
  ],
  [
    // FIXME: "Kuki" shares the noun behind "and".
    'Kuki and Meitei armed groups exchanged fire in Imphal West; a village volunteer was killed.',
    'Meitei armed groups → “Meitei armed groups”',
    'village volunteer → “village volunteer”',
  ],
  [
    "The Arakan Army seized a Tatmadaw base and the junta's jets bombed Minbya.",
    'Arakan Army → Arakan Army',
    'Tatmadaw → Military Forces of Myanmar',
    'junta → Military Forces of Myanmar',
  ],
  [
    'Karen National Liberation Army troops ambushed a convoy of the Myanmar military; eleven soldiers died.',
    'Karen National Liberation Army troops → Karen National Liberation Army',
    'Myanmar military → Military Forces of Myanmar',
    'soldiers → Military Forces of Myanmar',
  ],
  [
    "New People's Army rebels killed two members of the 62nd Infantry Battalion, the Philippine army said.",
    "New People's Army rebels → New People's Army",
    'members → Military Forces of the Philippines',
    '62nd Infantry Battalion → Military Forces of the Philippines',
    'Philippine army → Military Forces of the Philippines',
  ],
  [
    'Insurgents of the Barisan Revolusi Nasional killed a defence volunteer in Pattani, Thai police said.',
    'Insurgents → Patani Malay National Revolutionary Front',
    'Barisan Revolusi Nasional → Patani Malay National Revolutionary Front',
    'defence volunteer → “defence volunteer”',
    'Thai police → Police Forces of Thailand',
  ],
  [
    'West Papua National Liberation Army fighters shot a teacher, the TNI said.',
    'West Papua National Liberation Army fighters → West Papua National Liberation Army',
    'teacher → Civilians',
    'TNI → Military Forces of Indonesia',
  ],
  [
    "ELN guerrillas and FARC dissidents fought in Catatumbo, the ombudsman's office reported.",
    'ELN guerrillas → National Liberation Army',
    'FARC dissidents → FARC dissidents',
    'ombudsman → Government of Colombia',
  ],
  [
    'The Gulf Clan killed a Colombian policeman in Antioquia.',
    'Gulf Clan → Gulf Clan',
    'Colombian policeman → Police Forces of Colombia',
  ],
  [
    'Gunmen of the Sinaloa Cartel killed three National Guard officers in Culiacán, the Mexican army said.',
    'Gunmen → Sinaloa Cartel',
    'Sinaloa Cartel → Sinaloa Cartel',
    'National Guard officers → Police Forces of Mexico',
    'Mexican army → Military Forces of Mexico',
  ],
  [
    'CJNG gunmen used drones against the community police.',
    'CJNG gunmen → Jalisco New Generation Cartel',
    'police → “police”',
  ],
  [
    'Haitian police and Kenyan officers fought the Viv Ansanm gang coalition in Port-au-Prince.',
    'Haitian police → Police Forces of Haiti',
    'Kenyan officers → “Kenyan officers”',
    'Viv Ansanm gang → Viv Ansanm',
  ],
  [
    'Shining Path rebels killed four Peruvian soldiers in the VRAEM.',
    'Shining Path rebels → Shining Path',
    'Peruvian soldiers → Military Forces of Peru',
  ],
  [
    'The FMLN attacked a garrison of the Atlacatl Battalion in San Salvador.',
    'FMLN → Farabundo Marti National Liberation Front',
    'garrison → Military Forces of El Salvador',
    'Atlacatl Battalion → Military Forces of El Salvador',
  ],
  [
    'Brazilian military police killed nine suspected members of the Comando Vermelho.',
    'Brazilian military police → Police Forces of Brazil',
    'suspected members → Comando Vermelho',
    'Comando Vermelho → Comando Vermelho',
  ],
  [
    'Wagner mercenaries and Malian soldiers killed 20 herders, Human Rights Watch said.',
    'Wagner mercenaries → Wagner Group',
    'Malian soldiers → Military Forces of Mali',
    'herders → Civilians',
    'Human Rights Watch → Human Rights Watch',
  ],
  [
    'UN peacekeepers from MINUSCA repelled an attack by the 3R rebels.',
    'UN peacekeepers → UN peacekeepers',
    'MINUSCA → United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic',
    '3R rebels → Return, Reclamation, Rehabilitation',
  ],
  [
    'A spokesman for the Azawad Liberation Front (FLA) said that its fighters had captured Tinzaouaten.',
    'Azawad Liberation Front → Azawad Liberation Front',
    'FLA → Azawad Liberation Front',
    'fighters → Azawad Liberation Front',
  ],
  [
    'The Levant Dawn Brigades, a little-known group, claimed the ambush. The group said its fighters were safe.',
    'Levant Dawn Brigades → “Levant Dawn Brigades”',
    'group → “Levant Dawn Brigades”',
    'fighters → “Levant Dawn Brigades”',
  ],
  [
    'The Union of Mountain Peasants (UMP) led the strike. The UMP has no arms.',
    'Union of Mountain Peasants → “Union of Mountain Peasants”',
    'UMP → “Union of Mountain Peasants”',
    'UMP → “Union of Mountain Peasants”',
  ],
  ['The National Guard of Texas is not at war.', 'National Guard → “National Guard”'],
  ['The battle between the Rangers and the Devils ended 3-1.', 'Rangers → “Rangers”'],
  ['The US dollar fell against the Russian rouble in Moscow trading.'],
  ['He was in Kabul when the war began.'],
  ['The train from Kyiv to Warsaw was late.'],
  ['IS IT OVER? POLICE SAY THE GUNMEN FLED', 'POLICE → “POLICE”', 'GUNMEN → “GUNMEN”'],
  [
    'the islamic state claimed the bombing in baghdad, iraqi police said.',
    'islamic state → Islamic State',
    'iraqi police → Police Forces of Iraq',
  ],
  [
    'The 32 Artillery Brigade of the Nigerian Army shelled the camp.',
    'Artillery Brigade of the Nigerian Army → Military Forces of Nigeria',
  ],
  [
    'Moscow is ready to talk, and Kyiv is preparing a new plan.',
    'Moscow → Government of Russia',
    'Kyiv → Government of Ukraine',
  ],
];

test.each(CASES)('%s', (text, ...expected) => {
  checkActors(text, expected);
});

test.each<[string, string | null, readonly string[]]>([
  [
    'Volodymyr Zelensky said that Moscow had lost two ships.',
    '2025-05-01',
    ['Volodymyr Zelensky → Government of Ukraine', 'Moscow → Government of Russia'],
  ],
  [
    'President Vladimir Putin spoke; Putin named no number.',
    null,
    ['President Vladimir Putin → Government of Russia', 'Putin → Government of Russia'],
  ],
  ['Petro Poroshenko said that two men had died.', '2025-05-01', ['men → “men”']],
  ['Anna Putin said that two men had died.', '2025-05-01', ['men → “men”']],
  ['Zabihullah Mujahid denied it.', '2015-05-01', ['Zabihullah Mujahid → Taliban']],
  ['Zabihullah Mujahid denied it.', '2025-05-01', ['Zabihullah Mujahid → Taliban Government of Afghanistan']],
])('holders of an office by name: %s (%s)', (text, publishedAt, expected) =>
  checkActors(text, expected, { publishedAt }),
);

test('“the military” takes up the one that the text names with its nation', () => {
  const text =
    'The Israeli military said that it had struck a school in Gaza City. Separately, the military announced a raid.';
  checkActors(text, ['Israeli military → Military Forces of Israel', 'military → Military Forces of Israel'], {
    publisherCountry: 'PSE',
  });
});

test('a mayor or governor is of the country in which the places of the report lie', () => {
  const text =
    'The regional head said that two had died in Zaporizhzhia. Moscow said that Russia had struck a workshop.';
  const start = text.indexOf('Zaporizhzhia');
  checkActors(
    text,
    ['regional head → Government of Ukraine', 'Moscow → Government of Russia', 'Russia → Military Forces of Russia'],
    { places: [{ start, end: start + 12, country: 'UKR' }] },
  );
});
