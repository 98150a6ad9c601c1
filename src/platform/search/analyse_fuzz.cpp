// Any bytes at all may be analysed and searched for; words come out as UTF-8 of bounded length.
#include "platform/search/fold.hpp"
#include "platform/search/index.hpp"

#include <array>
#include <cstdlib>

namespace {

const search::Language& language() {
    static const search::Language built{
        {"soc;sociální\nSTD;sociálně terapeutické dílny\n§67;sociálně terapeutické dílny\n",
         "babička|starý člověk;senioři\ndílna;sociálně terapeutické dílny|práce\n", "pro|v|a;empty\nsluzba;weak\n"}};
    return built;
}

const search::Index& index() {
    static const auto built = [] {
        search::IndexBuilder builder{language(), {{"name", 3, true}, {"description", 1}}};
        builder.add(0, std::array<std::string_view, 2>{"§ 67 STD Semily", "Dílny pro seniory, práce v kuchyni."});
        builder.add(1, std::array<std::string_view, 2>{"Pečovatelska služba", "Ranná péče, o. p. s., e-mail"});
        return std::move(builder).build();
    }();
    return built;
}

void must(bool holds) {
    if (!holds) std::abort();
}

bool is_utf8(std::string_view text) {
    while (!text.empty())
        if (search::take(text) == search::broken) return false;
    return true;
}

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    for (auto& word : language().analyse(text)) {
        must(!word.folded.empty() && word.folded.size() <= 70);
        must(is_utf8(word.folded) && is_utf8(word.word.text));
        must(!word.stems.empty() && !word.roots.empty());
    }
    must(search::fold(search::fold(text)) == search::fold(text));
    must(index().find(text).hits.size() <= index().documents());
    index().suggest(text);

    search::IndexBuilder builder{language(), {{"text", 1, true}}};
    builder.add(3, std::array{text});
    must(std::move(builder).build().documents() == 1);
    return 0;
}
