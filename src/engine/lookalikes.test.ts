/**
 * Names that look like a Kremlin outlet or speaker and are not: each stays unmarked in a natural sentence of each
 * language it occurs in. Beside them stands the real thing, which is marked, so that the table can fail both ways.
 *
 * One row a line: language | sentence | why it is silent, or `= entry` that must be marked. Sentences are ours.
 */
import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';
import { LANGS, type Lang } from './types';

const TABLE: Readonly<Record<string, string>> = {
  'RBC, Interfax, Kommersant, Vedomosti, Forbes': `
    uk | Як пише РБК-Україна, ціни на пальне зросли. | Ukrainian outlet
    uk | За даними РБК, компанія продала частку в заводі. | private
    uk | Про це повідомив Інтерфакс-Україна з посиланням на пресслужбу порту. | Ukrainian agency
    uk | Російське агентство «Інтерфакс» пише про вантажі в порту. | private, after a generic phrase
    uk | «Коммерсант» розповів про зміни в правлінні банку. | private
    uk | Forbes оприлюднив рейтинг найбільших роботодавців. | private
    ru | Как пишет РБК, банк закрыл десять отделений. | private
    ru | Об этом сообщил «Интерфакс» со ссылкой на компанию. | private
    ru | «Коммерсантъ» рассказал о смене директора завода. | private
    ru | «Ведомости» узнали о продаже торгового центра. | private
    en | RBC-Ukraine reported that fuel prices had risen. | Ukrainian outlet
    en | RBC, the Canadian bank, said that profits had grown. | a bank
    en | Interfax said that the port had reopened. | private
    en | Kommersant wrote about a change of directors at the bank. | private
    pl | Agencja Interfax podała, że port wznowił pracę. | private
    de | Interfax meldete, dass der Hafen wieder offen ist. | private
    fr | Interfax a annoncé la réouverture du port. | private
    uk | Про це повідомляє РІА Новини. | = ria_novosti
    ru | Об этом сообщает ТАСС. | = tass
    en | TASS reported that the talks would go on. | = tass
    pl | Agencja RIA Nowosti podała, że rozmowy trwają. | = ria_novosti
    de | Die Agentur TASS meldete, die Gespräche gingen weiter. | = tass
    fr | L'agence TASS a annoncé la poursuite des discussions. | = tass`,

  'Meduza and other independent Russian media': `
    uk | Як пише «Медуза», суд переніс засідання на вівторок. | independent
    uk | «Новая газета Европа» опублікувала розслідування про яхти. | independent
    uk | За підрахунками Медіазони, вироків стало більше. | independent
    uk | «Верстка» поговорила з лікарями районної лікарні. | independent; page layout
    uk | Видання «Важливі історії» знайшло договір оренди. | independent
    uk | Про вибухи написав канал Astra. | independent
    uk | Телеканал «Дощ» узяв інтерв'ю в економіста. | independent
    uk | Російська служба BBC порахувала зачинені аеропорти. | British
    uk | The Moscow Times написала про ринок вживаних авто. | independent
    uk | «Крим.Реалії» розповіли про ціни на воду. | RFE/RL
    ru | По данным «Медузы», суд перенёс заседание. | independent
    ru | «Новая газета» опубликовала письмо учителей. | independent
    ru | Весь день шёл дождь, сообщили на станции. | rain
    ru | Независимые российские издания рассказали о приговоре. | independent
    en | Meduza reported that the hearing had been postponed. | independent
    en | According to Mediazona, the number of verdicts has grown. | independent
    en | The Insider found out who had bought the house. | independent
    en | Two Russian outlets in exile reported on the verdict. | in exile
    uk | Російські медіа в екзилі розповіли про вирок. | in exile
    ru | Российские СМИ в изгнании рассказали о приговоре. | in exile
    de | Russische Exilmedien berichten über das Urteil. | in exile
    pl | Meduza napisała, że rozprawę przełożono. | independent
    pl | Parzydełka meduzy mogą boleć przez kilka godzin. | a jellyfish
    de | Meduza berichtet, dass die Verhandlung verschoben wurde. | independent
    de | Unabhängige russische Medien berichten über das Urteil. | independent
    fr | Selon Meduza, l'audience a été reportée. | independent
    fr | La méduse a piqué trois baigneurs. | a jellyfish
    uk | Про це повідомили російські державні ЗМІ. | = russian_state_media
    ru | Об этом сообщили российские СМИ. | = russian_state_media
    en | Russian state media said the talks would go on. | = russian_state_media
    pl | Rosyjskie media państwowe podały, że rozmowy trwają. | = russian_state_media
    de | Russische Staatsmedien meldeten, die Gespräche gingen weiter. | = russian_state_media
    fr | Les médias d'État russes ont annoncé la poursuite des discussions. | = russian_state_media`,

  'State media and war correspondents of other countries': `
    uk | Державні ЗМІ Ірану повідомили про візит. | Iran
    uk | Державне агентство водних ресурсів повідомило про рівень річки. | a Ukrainian agency
    ru | Иранские государственные СМИ сообщили о визите. | Iran
    en | Chinese state media said the launch was a success. | China
    en | State television in Hungary showed the parade. | Hungary
    en | War correspondents reported heavy fighting near the airport. | any army's
    pl | Chińskie media państwowe podały, że start się udał. | China
    de | Das iranische Staatsfernsehen zeigte die Parade. | Iran
    fr | La télévision d'État iranienne a annoncé la fin des discussions. | Iran
    fr | Des correspondants de guerre ont raconté les bombardements. | any army's
    en | Russian milbloggers said the bridge was closed. | = russian_war_correspondents
    fr | Des blogueurs militaires russes ont annoncé la fermeture du pont. | = russian_war_correspondents`,

  Pravda: `
    uk | Про це пише «Українська правда» з посиланням на джерела в уряді. | Ukrainian
    uk | Журналісти УП поговорили з керівником лікарні. | Ukrainian
    uk | «Європейська правда» пояснила рішення суду в Люксембурзі. | Ukrainian
    uk | Словацька газета Pravda опитала виборців у Кошицях. | Slovak
    uk | Польський сайт Pravda.org.pl перевірив допис. | Polish fact-checker
    uk | Правда в тому, що ремонт затримали на рік. | truth
    ru | «Украинская правда» рассказала о ремонте моста. | Ukrainian
    ru | Роман «Правда» получил премию. | a novel
    en | Ukrainska Pravda reported on the bridge repairs. | Ukrainian
    en | The Slovak newspaper Pravda polled voters in Košice. | Slovak
    en | The fact-checkers of Pravda.org.pl examined the photo. | Polish fact-checker
    pl | „Ukrainska Prawda” opisała remont mostu. | Ukrainian
    pl | Słowacki dziennik Pravda zapytał wyborców w Koszycach. | Slovak
    pl | Prawda leży pośrodku, powiedział sędzia. | truth
    de | Die Ukrajinska Prawda berichtet über die Brücke. | Ukrainian
    de | Die slowakische Zeitung Pravda befragte Wähler in Košice. | Slovak
    fr | Oukraïnska Pravda raconte la réparation du pont. | Ukrainian
    fr | Le quotidien slovaque Pravda a interrogé des électeurs. | Slovak
    uk | Про це пише «Правда.ру». | = pravda_ru
    uk | Про це пише «Комсомольская правда». | = komsomolskaya_pravda
    en | Pravda.ru reported that the talks would go on. | = pravda_ru
    pl | Sieć Pravda przetłumaczyła tekst na czterdzieści języków. | = pravda_network
    de | Das Pravda-Netzwerk übersetzte den Text in vierzig Sprachen. | = pravda_network
    fr | Le réseau Pravda a traduit le texte en quarante langues. | = pravda_network`,

  'ntv, 5 канал, first channels': `
    uk | Німецький канал ntv показав паводок у Баварії. | German
    uk | Турецький телеканал NTV показав наслідки землетрусу. | Turkish
    uk | 5 канал показав репортаж із Херсона. | Ukrainian
    uk | В ефірі 5 каналу депутат розповів про бюджет. | Ukrainian
    uk | Перший канал Суспільного покаже концерт. | Ukrainian
    uk | Перший канал зв'язку відновили до вечора. | a line
    uk | СТБ оголосив дату прем'єри. | Ukrainian
    ru | 5 канал показал репортаж из Херсона. | Ukrainian
    ru | Первый канал Грузии показал концерт. | Georgian
    ru | Первый канал связи восстановили к вечеру. | a line
    en | The Turkish broadcaster NTV reported an earthquake near Bursa. | Turkish
    en | NTV Kenya said the vote would be counted by Friday. | Kenyan
    pl | Niemiecka stacja ntv pokazała powódź w Bawarii. | German
    de | n-tv meldete am Morgen einen Unfall auf der A9. | German
    de | Das sagte die Ministerin bei NTV. | German
    de | Der türkische Sender NTV meldete ein Erdbeben. | Turkish
    fr | La chaîne allemande ntv a montré les inondations. | German
    fr | La chaîne turque NTV a annoncé un séisme. | Turkish
    uk | Про це розповіли на телеканалі НТВ. | = ntv
    uk | Про це розповів петербурзький «Пятый канал». | = fifth_channel_ru
    ru | Об этом рассказали в эфире «Первого канала». | = channel_one
    en | The Russian channel NTV reported that the talks would go on. | = ntv
    pl | Rosyjska stacja NTV podała, że rozmowy trwają. | = ntv
    de | Der russische Sender NTW berichtete, die Gespräche gingen weiter. | = ntv
    fr | La chaîne russe NTV a annoncé la poursuite des discussions. | = ntv`,

  RIA: `
    uk | На AUTO.RIA подешевшали вживані електромобілі. | a market
    ru | AUTO.RIA сравнил цены на электромобили. | a market
    en | Use AUTO.RIA to compare prices of used cars. | a market
    uk | За даними РІА Новини, переговори тривають. | = ria_novosti`,

  Sputnik: `
    uk | Вакцину «Спутник V» у Європі так і не зареєстрували. | the vaccine
    uk | Супутник V отримала лише частина країн. | the vaccine
    uk | Супутник передав знімки повені за добу. | a satellite
    uk | Дослідники вивчили рівнину Супутника на Плутоні. | a plain
    uk | Кінотеатр «Спутник» зачинили на ремонт. | a cinema
    uk | Санаторій «Спутник» прийняв переселенців. | a sanatorium
    ru | Вакцину «Спутник V» завезли в три страны. | the vaccine
    ru | Спутник передал снимки наводнения. | a satellite
    ru | Фильм «Спутник» вышел в прокат в 2020 году. | a film
    en | The Sputnik V vaccine was never approved in Europe. | the vaccine
    en | It was a Sputnik moment for the industry, the minister said. | an idiom
    en | Sputnik was the first artificial satellite, the museum said. | a satellite
    pl | Szczepionki Sputnik V nie zatwierdzono w Europie. | the vaccine
    pl | Film „Sputnik” wszedł do kin w 2020 roku. | a film
    de | Der Impfstoff Sputnik V wurde in Europa nie zugelassen. | the vaccine
    de | MDR Sputnik meldete eine Umleitung. | a German station
    fr | Le vaccin Spoutnik V n'a jamais été autorisé en Europe. | the vaccine
    fr | Le Spoutnik a transmis un signal pendant trois semaines. | a satellite
    uk | Про це повідомило агентство Sputnik. | = sputnik
    ru | Об этом сообщило агентство Sputnik. | = sputnik
    en | Sputnik reported that the talks would go on. | = sputnik
    pl | Agencja Sputnik podała, że rozmowy trwają. | = sputnik
    de | Die Agentur Sputnik berichtete, die Gespräche gingen weiter. | = sputnik
    fr | Selon l'agence Sputnik, les discussions se poursuivent. | = sputnik`,

  RT: `
    uk | RT @museum: завтра вхід вільний. | a retweet
    uk | Зразки зберігали за RT (кімнатної температури) дві доби. | room temperature
    uk | У тесті RT-PCR вірус не виявили. | a test
    uk | Ростелеком оновив кабель під морем. | owner of rt.ru
    en | RT @museum: free entry tomorrow. | a retweet
    en | Store the samples at RT (room temperature) for two days. | room temperature
    en | The film has a score of 90% on RT, the review site. | Rotten Tomatoes
    pl | Próbki trzymano w RT (temperaturze pokojowej) przez dwa dni. | room temperature
    de | Bei RT (Raumtemperatur) halten die Proben zwei Tage. | room temperature
    fr | Les échantillons tiennent deux jours à RT (température ambiante). | room temperature
    fr | La RT 2012 fixe des normes pour les maisons neuves. | a building standard
    uk | Про це повідомив телеканал RT. | = rt
    en | The Russian channel RT reported that the talks would go on. | = rt
    pl | Stacja RT podała, że rozmowy trwają. | = rt
    de | Der Sender RT berichtete, die Gespräche gingen weiter. | = rt
    fr | La chaîne RT a annoncé la poursuite des discussions. | = rt`,

  'Stars, news, looks, ribbons, countries': `
    uk | Белградська «Црвена Звезда» перемогла з рахунком 2:1. | a football club
    uk | Судноверф «Звезда» спустила на воду танкер. | a shipyard
    uk | Зірка серіалу розповіла про зйомки. | an actress
    uk | Науковий журнал «Известия РАН» вийшов із запізненням. | a journal
    uk | Стрічка конвеєра зупинилася на годину. | a belt
    uk | У крамниці продають журнал Life за 1969 рік. | a magazine
    uk | Гурт виконав пісню «Life» на біс. | a song
    uk | Країна чекає на перші заморозки. | a country
    uk | Завтра вітер посилиться, повідомили синоптики. | tomorrow
    ru | Над морем взошла яркая звезда. | a star
    ru | Журнал «Звезда» напечатал стихи поэта. | a literary magazine
    ru | Звезда сериала рассказала о съёмках. | an actress
    ru | Известия о родных пришли только весной. | news
    ru | Выставка откроется в здании «Известий» на Пушкинской площади. | a building
    ru | В музее хранят газету «Известия Харьковского совета» 1919 года. | a paper of 1919
    ru | Передача «Взгляд» выходила по пятницам. | a programme
    ru | Компания «Лента» сообщила о росте выручки. | shops
    ru | Лента конвейера остановилась на час. | a belt
    ru | Страна ждёт первых заморозков, говорят синоптики. | a country
    ru | Свободная пресса нужна каждому городу. | a free press
    en | Life goes on, the mayor said. | life
    en | A new Lenta supermarket opened near the station. | a shop
    en | Red Star Belgrade, or Crvena Zvezda, won 2-1. | a football club
    pl | Sieć supermarketów Lenta podała wyniki. | shops
    de | Im Film „Life“ spielt er einen Arzt. | a film
    fr | Le film « Life » a reçu un prix. | a film
    uk | Про це розповів телеканал «Звезда». | = zvezda
    uk | Про це пише газета «Известия». | = izvestia
    uk | Про це повідомляє Telegram-канал Life. | = life_ru
    uk | Про це пише видання «Страна». | = strana_ua
    ru | Об этом рассказал телеканал «Звезда». | = zvezda
    ru | Об этом пишет газета «Известия». | = izvestia
    ru | Об этом пишет газета «Взгляд». | = vzglyad
    ru | Об этом пишет «Лента.ру». | = lenta_ru
    en | Zvezda TV reported that the talks would go on. | = zvezda
    en | Life.ru reported that the talks would go on. | = life_ru
    de | Die Zeitung Iswestija berichtete, die Gespräche gingen weiter. | = izvestia`,

  'Names of Ukrainian sites and of others abroad': `
    uk | Видання Gazeta.ua написало про ярмарок. | Ukrainian
    uk | Видання Lenta.UA розповіло про ремонт мосту. | Ukrainian
    uk | Як пише «КП в Україні», у школах змінять розклад. | Ukrainian
    uk | «Обозреватель» надрукував колонку лікаря. | Ukrainian
    uk | «Вісті» показали сюжет про новий міст. | Ukrainian
    uk | Журнал New Eastern Europe надрукував есей про Вільнюс. | Polish
    uk | Огляд вийшов у Eurasia Daily Monitor фонду Jamestown. | American
    uk | Агентство BNS повідомило про відкриття мосту. | Baltic
    uk | «Наша Ніва» розповіла про штрафи в Гродні. | independent Belarusian
    ru | Gazeta.ua написала о ярмарке. | Ukrainian
    en | New Eastern Europe published an essay on Vilnius. | Polish
    en | The Eurasia Daily Monitor said that exports had grown. | American
    en | NK News reported on the new hotel in Wonsan. | South Korean
    en | Belsat said its studio had moved. | Polish
    pl | Biełsat pokazał film o lekarzach. | Polish
    uk | Як пише Газета.ру, переговори тривають. | = gazeta_ru
    uk | Про зустріч пише EADaily. | = eadaily
    en | New Eastern Outlook published an essay on Delhi. | = new_eastern_outlook
    en | EADaily reported that the talks would go on. | = eadaily`,

  Doubles: `
    uk | Актор шукав собі двійника для небезпечної сцени. | a double
    en | "Doppelganger" by Naomi Klein won a prize for non-fiction. | a book
    pl | Jego sobowtór, doppelgänger z filmu, uśmiechał się. | a double
    de | Der Schauspieler suchte einen Doppelgänger für die Szene. | a double
    de | Der Film „Doppelgänger“ läuft im Kino. | a film
    fr | Le héros du roman croise son double, un doppelgänger. | a double
    en | The copied page was part of the Doppelganger campaign. | = doppelganger
    pl | Operacja Doppelgänger obejmowała kopie stron gazet. | = doppelganger
    de | Die gefälschte Seite gehört zur Doppelgänger-Kampagne. | = doppelganger
    fr | La campagne Doppelgänger a copié la page du journal. | = doppelganger`,

  'Podolyak and Podolyaka, HUR and GRU, SWR and SVR': `
    uk | Михайло Подоляк заявив, що консультації тривають. | adviser in Kyiv
    uk | Подоляка Іван, фермер із Полтавщини, зібрав урожай пшениці. | a farmer
    uk | ГУР повідомило про обмін полоненими. | Ukrainian
    uk | Начальник ГУР розповів про обмін. | Ukrainian
    ru | Михаил Подоляк заявил, что консультации продолжаются. | adviser in Kyiv
    ru | ГУР сообщило об обмене пленными. | Ukrainian
    en | Mykhailo Podolyak said the consultations would go on. | adviser in Kyiv
    en | HUR, Ukraine's military intelligence, reported an exchange of prisoners. | Ukrainian
    en | The SVR model is a form of support vector regression. | statistics
    pl | Mychajło Podolak oświadczył, że konsultacje trwają. | adviser in Kyiv
    pl | HUR poinformował o wymianie jeńców. | Ukrainian
    de | Mychajlo Podoljak sagte, die Gespräche gingen weiter. | adviser in Kyiv
    de | Der SWR teilte mit, dass die Sendung ausfällt. | German broadcaster
    de | Das sagte der Minister dem SWR. | German broadcaster
    de | Der SWR-Chef sagte, das Funkhaus bleibe in Stuttgart. | German broadcaster
    fr | Mykhaïlo Podoliak a déclaré que les consultations continuent. | adviser in Kyiv
    uk | Блогер Юрій Подоляка заявив, що переговори тривають. | = podolyaka
    uk | У ГРУ РФ заявили, що переговори тривають. | = gru
    ru | Блогер Юрий Подоляка заявил, что переговоры продолжаются. | = podolyaka
    ru | В ГРУ заявили, что переговоры продолжаются. | = gru
    en | The blogger Yuriy Podolyaka said the talks would go on. | = podolyaka
    en | Russia's GRU said the talks would go on. | = gru
    en | The Russian SVR said the talks would go on. | = svr
    de | SWR-Chef Sergej Naryschkin sagte, die Gespräche gingen weiter. | = naryshkin`,
};

type Row = { readonly lang: Lang; readonly sentence: string; readonly why: string; readonly entry?: string };

function rowsOf(table: string): readonly Row[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [code, sentence = '', why = ''] = line.split(' | ').map((cell) => cell.trim());
    const lang = LANGS.find((known) => known === code);
    if (!lang) throw new Error(`no language begins this row: ${line}`);
    return { lang, sentence, why, ...(why.startsWith('= ') ? { entry: why.slice(2) } : {}) };
  });
}

const engine = createPolyglot(tablesFor, profiles);
const marked = ({ lang, sentence }: Row): readonly string[] =>
  engine.scan([{ text: sentence, lang }]).flags.map(({ entry }) => entry);

describe.each(Object.entries(TABLE))('%s', (_, table) => {
  const rows = rowsOf(table);
  it.each(rows.filter(({ entry }) => entry === undefined))('$lang: $why: $sentence', (row) => {
    expect(marked(row)).toEqual([]);
  });
  it.each(rows.filter(({ entry }) => entry !== undefined))('$lang: the real thing: $sentence', (row) => {
    expect(marked(row)).toContain(row.entry);
  });
});
