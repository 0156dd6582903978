"""The two languages as data. A language is a folder; a room reads the files that concern it.

``lexicon("ar", "times")`` is ``languages/ar/times.toml``. Rule files carry executable examples.
``sentence(reason, "ar")`` renders a reason with the templates of ``languages/ar/reasons/*.toml``.
"""

from wherewhen.languages.lexicon import LANGUAGES, lexicon
from wherewhen.languages.sentence import sentence
from wherewhen.languages.sentences import Sentence, sentences
from wherewhen.languages.words import Word, fold, words

__all__ = ["LANGUAGES", "Sentence", "Word", "fold", "lexicon", "sentence", "sentences", "words"]
