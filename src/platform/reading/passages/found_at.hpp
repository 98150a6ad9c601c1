// A fact together with the lines it was read from, so that a page can show a person the words.
#pragma once

#include "platform/reading/text_document.hpp"

namespace passages {

template <class Value>
struct FoundAt {
    Value value{};
    reading::Place at{};
};

}
