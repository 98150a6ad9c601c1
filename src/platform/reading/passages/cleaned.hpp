// What paper and scanners did to a text, undone: page numbers and running heads inside sentences, words divided at the
// end of a line, letters read wrongly, headings with spaces between letters.
#pragma once

#include "platform/reading/text_document.hpp"

namespace passages {

// As many lines as before, so that places stay: what is furniture of a page becomes empty, what goes on behind it
// joins its beginning.
reading::TextDocument without_furniture(reading::TextDocument);

// Digits and letters are mixed up as scanners mix them: "3O", "l28".
bool looks_scanned(const reading::TextDocument&);

// One line of a scanned text: "l. 1O. 2022", "Zarněstnanost", "SOClÁLNÍ" mended.
std::string letters_mended(std::string_view);

// "T ý d e n n í  s t a c i o n á ř" as words, by the spelling dictionary where there is one.
std::string spaced_letters_joined(std::string_view);

}
