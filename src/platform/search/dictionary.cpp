// Asks Hunspell for the base form of a word and remembers what it said.
#include "platform/search/dictionary.hpp"

#include "platform/search/fold.hpp"

#include <algorithm>
#include <fstream>
#include <hunspell/hunspell.hxx>

namespace search {

namespace {

// A region's words are 20 000; what people type beyond that is not kept, so that nobody can fill the memory.
constexpr std::size_t most_words_kept = 60'000;
constexpr std::size_t longest_entry_bytes = 40;

const Entry nothing_known;

bool worth_asking(const std::string& word) {
    return word.size() > 2 && word.size() <= longest_entry_bytes &&
           std::ranges::none_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}

Dictionary::Dictionary(std::string path_without_ending) : path_{std::move(path_without_ending)} {}

Dictionary::~Dictionary() = default;

void Dictionary::open() const {
    auto rules = path_ + ".aff", list = path_ + ".dic";
    if (std::ifstream{rules} && std::ifstream{list})
        hunspell_ = std::make_unique<Hunspell>(rules.c_str(), list.c_str());
}

bool Dictionary::present() const {
    std::call_once(opened_, [&] { open(); });
    return hunspell_ != nullptr;
}

Entry Dictionary::ask(const std::string& word) const {
    Entry entry;
    std::scoped_lock alone{asking_};
    for (auto& base : hunspell_->stem(word)) {
        auto folded = fold(base);
        if (std::ranges::find(entry.bases, folded) == entry.bases.end()) entry.bases.push_back(std::move(folded));
    }
    entry.spelled = !entry.bases.empty();
    return entry;
}

const Entry& Dictionary::operator[](const std::string& word) const {
    if (!worth_asking(word) || !present()) return nothing_known;
    {
        std::shared_lock reading{kept_};
        if (auto at = entries_.find(word); at != entries_.end()) return *at->second;
    }
    auto entry = std::make_unique<const Entry>(ask(word));
    std::unique_lock writing{kept_};
    if (entries_.size() >= most_words_kept) {
        thread_local std::unique_ptr<const Entry> last;
        last = std::move(entry);
        return *last;
    }
    return *entries_.try_emplace(word, std::move(entry)).first->second;
}

}
