// Goes from one mention of a service to the next; a clause belongs to the service that it names.
#include "network/service_reading/service_topics.hpp"

#include "network/service_reading/service_fields.hpp"
#include "network/service_reading/service_introduced.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>
#include <memory>

namespace network {

namespace {

using passages::Passage;
using passages::Tokens;

constexpr std::string_view all_of_them =
    "obe|obou|obema|vsechny|vsech|vsem|vsemi ?nase|nasich|uvedene|uvedenych ?socialni|socialnich sluzby|sluzeb|sluzbach|sluzbam|sluzbami";
constexpr std::string_view counted_all = "obe|vsechny|vsech|vsem dve|tri|ctyri|pet|trem|ctyrem|peti";
constexpr std::string_view joints = "a|i|ale|kdezto|zatimco|ovsem|pricemz";

// Where the clause begins in which the word at `at` stands; nothing where it goes on too far back.
std::optional<std::size_t> begin_of_clause(std::string_view text, const Tokens& tokens, std::size_t at) {
    bool of_line =
        at > 0 && text.substr(tokens[at - 1].end, tokens[at].begin - tokens[at - 1].end).find('\n') != text.npos;
    if (of_line) return at;
    for (auto open = at; open > 0 && at - open < 6 && tokens[open - 1].folded != ")"; --open)
        if (tokens[open - 1].folded == "(") {    // "Fügnerova 3523, Mělník (domov i odlehčovací služba);"
            auto begin = open - 1;
            while (begin > 0 && tokens[begin - 1].folded != ";" && tokens[begin - 1].folded != "|") --begin;
            if (begin > 0) return begin;
            break;
        }
    for (auto begin = at; begin > 0 && at - begin <= 4; --begin) {
        auto& before = tokens[begin - 1];
        bool sign = before.kind == passages::TokenKind::sign && before.folded != "\"" && before.folded != "(";
        if (sign || passages::match_at(tokens, begin - 1, joints)) return begin;
    }
    return {};
}

void add_once(std::vector<const ServiceType*>& types, const ServiceType* type) {
    if (std::ranges::count(types, type) == 0) types.push_back(type);
}

struct Clause {
    std::size_t first = 0;
    std::vector<const ServiceType*> named{};
    const ServiceType* without = nullptr;    // "…, kromě stacionáře, ten …"
};

bool is_exception(const Tokens& tokens, std::size_t at) {
    for (auto n = at; n > 0 && at - n < 3; --n)
        if (passages::match_at(tokens, n - 1, "krome|mimo|vyjma")) return true;
    return false;
}

// Two names that nothing but a joint parts are named together: "domov i stacionář".
bool joined(const Tokens& tokens, const TypeMention& one, const TypeMention& next) {
    if (next.tokens.first > one.tokens.last + 2) return false;
    return next.tokens.first == one.tokens.last ||
           passages::match_at(tokens, next.tokens.first - 1, "a|i|,|nebo|ani|/").has_value();
}

std::vector<Clause> clauses_of(std::string_view text, const Tokens& tokens, const std::vector<TypeMention>& mentions) {
    std::vector<Clause> clauses(1);
    for (std::size_t n = 0; n < mentions.size(); ++n) {
        auto& mention = mentions[n];
        bool together = n > 0 && joined(tokens, mentions[n - 1], mention);
        auto begin = begin_of_clause(text, tokens, mention.tokens.first);
        if (begin && is_exception(tokens, mention.tokens.first)) {
            clauses.back().without = mention.type;
            clauses.push_back({*begin, {mention.type}});
            continue;
        }
        bool after_stop = begin && *begin > 0 && tokens[*begin - 1].folded == ";";
        bool first = clauses.back().named.empty() && !after_stop;
        bool other = std::ranges::count(clauses.back().named, mention.type) == 0;
        if (begin && *begin > clauses.back().first && !together && !first && other) clauses.push_back({*begin});
        add_once(clauses.back().named, mention.type);
    }
    return clauses;
}

bool begins_anew(const Passage& passage) {
    if (goes_on_asking(passage)) return false;
    bool numbered = passage.kind == reading::LineKind::item && passage.marker.size() > 1 &&
                    passage.marker.find_first_of("0123456789)") != std::string::npos;
    numbered = numbered || passages::match_at(passage.tokens, 0, "[|( # ]|)");    // "[6] Kontrolovaná osoba …"
    return passage.heading() || numbered || !passage.label.empty() || passage.kind == reading::LineKind::row;
}

std::vector<const ServiceType*> others_of(const std::vector<const ServiceType*>& all,
                                          const std::vector<const ServiceType*>& some) {
    std::vector<const ServiceType*> others;
    for (auto type : all)
        if (std::ranges::count(some, type) == 0) others.push_back(type);
    return others;
}

}

bool speaks_of_all(const Passage& passage) {
    return passages::has(passage.tokens, all_of_them) ||
           passages::has(passage.tokens,
                         "obe|obou|oba|obema|vsechny ?tri|ctyri ?sluzby jsou|maji|mame|slouzi|prijimaji|plati");
}

std::vector<TypeMention> Topics::mentions_in(const Tokens& tokens) const {
    auto mentions = short_mentions_in(tokens, types_, true);
    for (std::size_t at = 0; at < tokens.size(); ++at)
        for (auto& [word, type] : aliases_) {
            bool known = std::ranges::any_of(mentions,
                                             [&](auto& one) { return one.tokens.first <= at && at < one.tokens.last; });
            if (!known && tokens[at].capital && passages::match_at(tokens, at, word))
                mentions.push_back({type, {at, at + 1}});
        }
    std::ranges::sort(mentions, {}, [](auto& one) { return one.tokens.first; });
    return mentions;
}

void Topics::learn(const Passage& passage) {
    auto& tokens = passage.tokens;
    for (auto words = passages::find(tokens, "dale jen|take ?\""); words;
         words = passages::find(tokens, "dale jen|take ?\"", words->last)) {
        if (words->last >= tokens.size()) return;
        const ServiceType* type = nullptr;
        for (auto& mention : type_mentions_in(tokens))
            if (mention.tokens.last <= words->first && std::ranges::count(types_, mention.type) > 0)
                type = mention.type;
        auto word = tokens[words->last].folded;
        if (!type || word.size() < 2) continue;
        aliases_.push_back({word.size() > 4 ? word.substr(0, word.size() - 1) + "*" : word + "*", type});
    }
}

void Topics::cut(const Passage& passage, const std::string& sentence, std::vector<Piece>& pieces) {
    auto tokens = passages::tokens_of(sentence);
    auto clauses = clauses_of(sentence, tokens, mentions_in(tokens));
    for (std::size_t n = 0; n < clauses.size(); ++n) {
        auto last = n + 1 < clauses.size() ? clauses[n + 1].first : tokens.size();
        if (last <= clauses[n].first) continue;
        auto piece = Piece{passage, clauses[n].named, !clauses[n].named.empty()};
        piece.passage.text = passages::printed(sentence, tokens, {clauses[n].first, last});
        piece.passage.tokens = passages::tokens_of(piece.passage.text);
        bool all = !piece.named && (passages::has(piece.passage.tokens, all_of_them) ||
                                    passages::has(piece.passage.tokens, counted_all));
        if (all) last_.clear();
        else if (piece.named) last_ = piece.owners;
        if (!piece.named) piece.owners = last_.empty() ? types_ : last_;
        if (clauses[n].without) piece.owners = others_of(piece.owners, {clauses[n].without});
        pieces.push_back(std::move(piece));
    }
}

std::vector<Topics::Piece> Topics::pieces_of(const Passage& passage, bool carries) {
    std::vector<Piece> pieces;
    bool same_line = passage.at.first <= last_line_ && passage.kind != reading::LineKind::row;
    if (!carries || (begins_anew(passage) && !same_line)) last_.clear();
    last_line_ = passage.at.last;
    for (auto& sentence : passages::sentences_of(passage.text)) cut(passage, sentence.text, pieces);
    if (pieces.empty()) pieces.push_back({passage, last_.empty() ? types_ : last_});
    return pieces;
}

std::vector<ServicePart> parts_by_topic(const std::vector<Passage>& passages,
                                        const std::vector<const ServiceType*>& types) {
    Topics topics{types};
    for (auto& passage : passages) topics.learn(passage);
    auto kept = std::make_shared<std::deque<Passage>>();
    std::vector<ServicePart> parts;
    std::vector<const ServiceType*> announced;
    std::vector<const ServiceType*> numbered;
    for (auto type : types) parts.push_back({.type = type, .in_turn = true, .pieces = kept});
    for (auto& passage : passages)
        for (auto& piece : topics.pieces_of(passage, true)) {
            kept->push_back(std::move(piece.passage));
            if (piece.owners.size() == 1) {
                ServicePart alone{.type = piece.owners[0], .passages = {&kept->back()}};
                if (find_registration_id(alone)) add_once(numbered, alone.type);
            }
            for (auto& part : parts) {
                if (std::ranges::count(piece.owners, part.type) == 0) continue;
                bool first = piece.named && std::ranges::count(announced, part.type) == 0;
                if (first) part.type_at = kept->back().at, announced.push_back(part.type);
                part.passages.push_back(&kept->back());
                if (piece.owners.size() == 1) part.own.push_back(&kept->back());
            }
        }
    if (!numbered.empty())
        std::erase_if(parts, [&](auto& part) { return std::ranges::count(numbered, part.type) == 0; });
    return parts;
}

}
