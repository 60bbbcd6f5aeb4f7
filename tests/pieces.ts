/** Pieces of news in six languages, for laws that hold of any text; joined at random they make every rule run. */
import type { Lang } from '../src/engine/types';

type Pieces = {
  /** Sentences that mean the same wherever they stand, without their full stop. */
  readonly plain: readonly string[];
  /** Sentences that look back: pronouns, short references. */
  readonly bound: readonly string[];
  /** Words of the author's distance that may open a sentence or stand before a phrase. */
  readonly doubts: readonly string[];
};

export const PIECES: Readonly<Record<Lang, Pieces>> = {
  uk: {
    plain: [
      'Лавров заявив, що переговори тривають',
      'За словами Пєскова, контакти тривають',
      'У Кремлі вважають інакше',
      'Про це повідомляє ТАСС',
      'Київський режим відкинув пропозицію',
      '«Ми все бачимо і робимо висновки», – наголосила Захарова',
      'Рубіо зустрівся з Лавровим',
      'так звана ДНР',
      'Погода в Полтаві ясна',
      'пропагандистам «РИА Новости»',
      'Зеленський перешкоджає мирному процесу',
      'Путін назвав «першопричини» в інтерв’ю телеканалу «Росія-1»',
      'Марія Гончар сказала, що колективний Захід помилився',
      '„що завгодно“ (у дужках) – і тире: двокрапка',
    ],
    bound: [
      '«Ми все бачимо і робимо висновки», – сказав він',
      'міністр додав, що умови не змінилися',
      'За його словами, усе готово',
    ],
    doubts: ['нібито', 'начебто', 'буцімто'],
  },
  ru: {
    plain: [
      'Лавров заявил, что переговоры продолжаются',
      'По словам Пескова, контакты продолжаются',
      'В Кремле считают иначе',
      'Об этом сообщает ТАСС',
      'Киевский режим отверг предложение',
      '«Мы всё видим и делаем выводы», — подчеркнула Захарова',
      'Рубио встретился с Лавровым',
      'так называемая ДНР',
      'Погода в Твери ясная',
      'пропагандистам «РИА Новости»',
      'Путин говорил о специальной военной операции',
      'Мария Гончар сказала, что коллективный Запад ошибся',
      'Министр иностранных дел РФ Сергей Лавров потребовал гарантий (снова)',
    ],
    bound: [
      '«Мы всё видим и делаем выводы», — сказал он',
      'ведомство добавило, что условия прежние',
      'По его словам, всё готово',
    ],
    doubts: ['якобы', 'будто бы'],
  },
  en: {
    plain: [
      'Lavrov said that talks would go on',
      'According to Peskov, contacts continue',
      'The Kremlin believes otherwise',
      'TASS reported this',
      'The Kyiv regime rejected the offer',
      '“We see everything and draw conclusions,” Zakharova said',
      'Rubio met Lavrov',
      'the so-called DPR',
      'The weather in Leeds is fine',
      'Putin spoke of a special military operation',
      'Mary Hunter said the collective West was wrong',
      'Russian Foreign Minister Sergei Lavrov told Rossiya 24 that nothing had changed (again)',
      'the state broadcaster RT’s new show – and more: later',
    ],
    bound: [
      '“We see everything and draw conclusions,” he said',
      'the ministry added that the terms were the same',
      'He insisted on it',
    ],
    doubts: ['allegedly', 'supposedly'],
  },
  pl: {
    plain: [
      'Ławrow oświadczył, że rozmowy trwają',
      'Według Pieskowa kontakty trwają',
      'Kreml uważa inaczej',
      'Poinformowała o tym agencja TASS',
      'Reżim kijowski odrzucił propozycję',
      '„Wszystko widzimy i wyciągamy wnioski” – podkreśliła Zacharowa',
      'Rubio spotkał się z Ławrowem',
      'tak zwana DNR',
      'Pogoda w Toruniu jest ładna',
      'Putin mówił o specjalnej operacji wojskowej',
      'Maria Gonczar powiedziała, że kolektywny Zachód się pomylił',
      'Rzecznik Kremla Dmitrij Pieskow dodał (znowu), że nic się nie zmieniło',
    ],
    bound: [
      '„Wszystko widzimy i wyciągamy wnioski” – powiedział on',
      'minister dodał, że warunki są te same',
      'Jego zdaniem wszystko gotowe',
    ],
    doubts: ['rzekomo', 'jakoby'],
  },
  de: {
    plain: [
      'Lawrow sagte, dass die Gespräche weitergehen',
      'Nach Angaben von Peskow dauern die Kontakte an',
      'Der Kreml sieht das anders',
      'Das meldet die Agentur TASS',
      'Das Kiewer Regime lehnte den Vorschlag ab',
      '„Wir sehen alles und ziehen Schlüsse“, betonte Sacharowa',
      'Rubio traf Lawrow',
      'die sogenannte DNR',
      'Das Wetter in Kassel ist schön',
      'Putin sprach von einer militärischen Spezialoperation',
      'Maria Gontschar sagte, der kollektive Westen habe sich geirrt',
      'Außenminister Sergej Lawrow teilte am Montag (erneut) mit, dass nichts neu sei',
    ],
    bound: [
      '„Wir sehen alles und ziehen Schlüsse“, sagte er',
      'der Minister fügte hinzu, dass alles gleich bleibe',
      'Ihm zufolge ist alles fertig',
    ],
    doubts: ['angeblich', 'vermeintlich'],
  },
  fr: {
    plain: [
      'Lavrov a déclaré que les discussions continuent',
      'Selon Peskov, les contacts continuent',
      'Le Kremlin pense autrement',
      'C’est ce que rapporte l’agence TASS',
      'Le régime de Kiev a rejeté la proposition',
      '« Nous voyons tout et en tirons des conclusions », a souligné Zakharova',
      'Rubio a rencontré Lavrov',
      'la soi-disant DNR',
      'Il fait beau à Nantes',
      'Poutine a parlé d’une opération militaire spéciale',
      'Marie Gontchar a dit que l’Occident collectif s’était trompé',
      'Le ministre russe des Affaires étrangères Sergueï Lavrov a ajouté (encore) que rien n’avait changé',
    ],
    bound: [
      '« Nous voyons tout et en tirons des conclusions », a-t-il dit',
      'le ministre a ajouté que rien ne change',
      'Selon lui, tout est prêt',
    ],
    doubts: ['prétendument', 'soi-disant'],
  },
};
