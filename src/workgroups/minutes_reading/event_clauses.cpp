// Sentences that tell of several events, cut into parts.
#include "workgroups/minutes_reading/event_reading.hpp"

#include "platform/reading/decoding.hpp"

namespace workgroups {

using namespace reading;

namespace {

// Only „Dne“, „Další termíny:“ or nothing stands before the first day: names follow their days.
bool days_lead(const Letters& text, const DateInText& first) {
    auto before = text.low.substr(0, first.from);
    if (auto colon = before.rfind(": "); colon != before.npos) before = before.substr(colon + 2);
    static const Pattern filler{
        "\\b(?:dne|ve dnech|v|ve|od|do|na|pro|a|se|ze|letos|dale|pak|take|uz|hned|pondeli|utery|stredu|streda|ctvrtek|patek|sobotu|sobota|nedeli|nedele|[a-z]+ (?:vzal|vzala|vzali|vzalo) na vedomi|[a-z]+ (?:informoval|oznamil|pripomnel|upozornil|uvedl|sdelil|rekl|dodal)[aiy]?)\\b"};
    std::string rest;
    std::size_t at = 0;
    for (auto& word : filler.all(before)) rest += before.substr(at, word.from() - at), at = word.to();
    rest += before.substr(at);
    return only_letters(rest).size() < 4;
}

}

std::vector<EventClause> event_clauses(const Letters& text, const std::vector<DateInText>& dates) {
    std::vector<EventClause> clauses;
    if (dates.empty()) return clauses;
    static const Pattern sign{"[,;]\\s+|\\s+(?:a|i)\\s+|\\s+-\\s+"},
        goes_on{
            "^(?:kter|kde|kam|ze\\b|aby|protoze|ale\\b|vzdy|sraz|zacatek|odjezd|od \\d|v \\d|ve \\d|prihlas|vstup|cena|mist)"};
    bool lead = days_lead(text, dates.front());
    std::size_t from = 0, pending = 0;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (i + 1 == dates.size()) {
            clauses.push_back({from, text.size(), {dates.begin() + std::ptrdiff_t(pending), dates.end()}});
            break;
        }
        auto begin = dates[i].to, end = std::max(begin, dates[i + 1].from);
        auto gap = text.low.substr(begin, end - begin);
        std::optional<std::size_t> cut;
        for (auto& one : sign.all(gap)) {
            auto behind = gap.substr(one.to());
            if (goes_on.stands_in(behind)) continue;
            auto open = gap.rfind('(', one.from());
            if (open != gap.npos && gap.find(')', open) > one.from()) continue;
            if (!lead && only_letters(behind).size() < 5) continue;    // its name would be missing
            if (lead && only_letters(gap.substr(0, one.from())).size() < 4) continue;
            cut = begin + one.to();
            if (!lead) break;
        }
        if (!cut) continue;
        clauses.push_back(
            {from, *cut, {dates.begin() + std::ptrdiff_t(pending), dates.begin() + std::ptrdiff_t(i) + 1}});
        from = *cut, pending = i + 1;
    }
    return clauses;
}

// „v pátek 13. května a v sobotu 14. května“ is one stretch of days.
std::vector<DateInText> with_days_joined(const Letters& letters, std::vector<DateInText> dates) {
    static const Pattern between{"^\\.?\\s*(?:a|az|i)\\s+(?:ve?\\s+)?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?$"};
    for (std::size_t i = 0; i + 1 < dates.size();) {
        auto &one = dates[i], &next = dates[i + 1];
        auto gap = one.to < next.from ? letters.low.substr(one.to, next.from - one.to) : std::string{};
        static const Pattern until{
            "^\\.?,?\\s*(?:a|az)?\\s*(?:konci|skonci|potrva do|trva do|bude trvat do)\\s+(?:ve?\\s+)?(?:(?:po|ut|st|ct|pa|so|ne)[a-z]*\\s+)?$"};
        bool joined =
            !one.last && !next.last && next.first > one.first && one.to < next.from &&
            ((next.first - one.first == std::chrono::days{1} && between.stands_in(gap)) || until.stands_in(gap));
        if (!joined) {
            ++i;
            continue;
        }
        one.last = next.first, one.to = next.to;
        dates.erase(dates.begin() + std::ptrdiff_t(i) + 1);
    }
    return dates;
}

}
