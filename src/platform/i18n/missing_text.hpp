// What happens when a key is asked for that has no text.
#pragma once

#include <string_view>

namespace i18n {

using MissingText = void (*)(std::string_view key);

// The page shows the key; this is called besides, from any thread.  Set before threads begin; tests let it fail.
void when_text_is_missing(MissingText);

}
