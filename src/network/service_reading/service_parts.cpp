// Cuts a document between the services that it announces, and gives each what is said of all.
#include "network/service_reading/service_parts.hpp"

#include "network/service_reading/service_announced.hpp"
#include "network/service_reading/service_chapters.hpp"
#include "network/service_reading/service_topics.hpp"
#include "platform/reading/passages/pattern_rows.hpp"

#include <algorithm>
#include <map>

namespace network {

namespace {

using passages::Passage;
using Passages = std::vector<Passage>;

const ServiceType* most_spoken_of(const Passages& passages, reading::Place& at) {
    std::map<const ServiceType*, int> weights;
    const ServiceType* best = nullptr;
    for (auto& passage : passages) {
        if (denies(passage.tokens)) continue;
        for (auto& mention : type_mentions_in(passage.tokens)) {
            int weight = passage.heading() ? 4 : 1;
            if (passages::has(passage.tokens, "nase|nasi|poskytujeme|poslan* sluzby|registr*")) ++weight;
            if (type_by_paragraph_in(passage.tokens) == mention.type) weight += 2;
            if ((weights[mention.type] += weight) == weight && !best) best = mention.type;
        }
    }
    for (auto& [type, weight] : weights)
        if (!best || weight > weights[best]) best = type;
    if (!best)
        for (auto& passage : passages)
            if (auto type = type_by_paragraph_in(passage.tokens)) best = best ? best : type;
    for (auto& passage : passages) {
        auto mentions = type_mentions_in(passage.tokens);
        if (std::ranges::find(mentions, best, &TypeMention::type) == mentions.end()) continue;
        at = passage.at;
        break;
    }
    return best;
}

bool opens_common(const Passage& passage) {
    static constexpr std::string_view all[] = {"spolecn* udaje|ustanoveni|informace|pro",
                                               "vsechny|vsech|obe|obou ?nase|nasi|uvedene sluzby|sluzeb"};
    return words_of(passage.tokens) <= 8 && passages::has_any(passage.tokens, all);
}

// "└────┘" below a card, "┌────┐" above the next one.
bool is_edge(const Passage& passage) {
    static constexpr std::string_view corners[] = {"└", "┌", "╰", "╭", "╚", "╔"};
    return std::ranges::any_of(corners, [&](auto corner) { return passage.text.starts_with(corner); });
}

// A heading that opens another provider, what others do, or what holds for all, ends the services before.
std::size_t end_of_part(const Passages& passages, std::size_t begin, std::size_t end) {
    for (auto n = begin + 1; n < end; ++n) {
        if (is_edge(passages[n])) return n;
        if (!passages[n].heading()) continue;
        if (passages[n].field == provider_field && words_of(passages[n].tokens) <= 3) return n;
        if (opens_common(passages[n]) || opens_others(passages[n])) return n;
    }
    return end;
}

// "Pečovatelská služba a tísňová péče" announces neither where each has a heading or a label below.
void drop_joint_headings(std::vector<Announced>& announced, const Passages& passages) {
    for (std::size_t n = 0; n < announced.size();) {
        auto& one = announced[n];
        auto mentions = type_mentions_in(passages[one.passage].tokens);
        bool joint = passages[one.passage].heading() &&
                     std::ranges::any_of(mentions, [&](auto& mention) { return mention.type != one.type; });
        bool again = std::any_of(announced.begin() + std::ptrdiff_t(n) + 1, announced.end(),
                                 [&](auto& other) { return other.type == one.type && !other.told; });
        if (joint && again) announced.erase(announced.begin() + std::ptrdiff_t(n));
        else ++n;
    }
}

std::vector<ServicePart> whole_document(const Passages& passages) {
    ServicePart whole;
    whole.type = most_spoken_of(passages, whole.type_at);
    if (!whole.type) return {};
    for (auto& passage : passages) whole.passages.push_back(&passage);
    return {whole};
}

// A service in the row of a table ends with the table.
std::size_t end_of_table(const Passages& passages, std::size_t begin, std::size_t end) {
    auto last = begin;
    while (last < end && passages[last].table == passages[begin].table) ++last;
    return last;
}

// Below the rows of services: a line across the table, or a row that names what is no service.
std::size_t end_of_rows(const Passages& passages, std::size_t row, std::size_t end) {
    if (passages[row].column_name.empty()) return end;
    for (auto p = row + 1; p < end && passages[p].table == passages[row].table; ++p) {
        auto line = passages[p].at.first;
        if (line == passages[row].at.first) continue;
        bool first = passages[p - 1].at.first != line;
        bool alone = first && passages[p].cells.size() > 2 && (p + 1 == end || passages[p + 1].at.first != line);
        if (alone && passages[p].column_name.empty() == false && passages[p].column_name == passages[row].cells.front())
            return p;
        if (alone && words_of(passages[p].tokens) >= 3 && passages[p].text == passages[p].cells.front()) return p;
        if (passages[p].field != type_field) continue;
        while (p > row && passages[p - 1].at.first == line) --p;
        return p;
    }
    return end;
}

// In lists within lists: the items above it that it belongs to, outermost first.
std::vector<const Passage*> items_above(const Passages& passages, std::size_t at) {
    std::vector<const Passage*> above;
    auto level = passages[at].level;
    for (auto p = at; passages[at].kind == reading::LineKind::item && p-- > 0 && level > 0;) {
        if (passages[p].kind != reading::LineKind::item) break;
        if (passages[p].level < level) above.insert(above.begin(), &passages[p]), level = passages[p].level;
    }
    return above;
}

std::size_t end_of_item(const Passages& passages, std::size_t at, std::size_t end) {
    if (passages[at].kind != reading::LineKind::item) return end;
    for (auto p = at + 1; p < end && passages[p].kind == reading::LineKind::item; ++p)
        if (passages[p].level < passages[at].level) return p;
    return end;
}

ServicePart part_of(const Passages& passages, const std::vector<Announced>& announced, std::size_t n) {
    auto& one = announced[n];
    auto next = n + 1;
    while (next < announced.size() && announced[next].begin == one.begin) ++next;
    auto end = end_of_part(passages, one.begin, next < announced.size() ? announced[next].begin : passages.size());
    auto in_table = [&](auto& other) {
        return other.passage != one.passage && passages[other.passage].table == passages[one.passage].table;
    };
    bool row_of_several =
        passages[one.passage].table && !passages[one.passage].cells.empty() && std::ranges::any_of(announced, in_table);
    if (row_of_several) end = end_of_rows(passages, one.passage, end_of_table(passages, one.begin, end));
    end = std::min(end_of_item(passages, one.passage, end), one.end);
    ServicePart part{.type = one.type, .type_at = passages[one.passage].at};
    auto table = passages[one.passage].table;
    part.passages = items_above(passages, one.begin);
    for (auto p = one.begin; p < end; ++p) {
        bool other_column = one.columns > 1 && passages[p].table == table && passages[p].column != one.column;
        if (!other_column) part.passages.push_back(&passages[p]);
    }
    for (std::size_t p = 0; p < one.begin; ++p) part.before.push_back(&passages[p]);
    return part;
}

bool has_own_number(const ServicePart& part) {
    return std::ranges::any_of(part.passages, [](auto passage) {
        return passage->field == registration_field || (passage->field == type_field && !passage->label.empty());
    });
}

// A chapter that comes back to a service, and a list of services before their chapters.
void join_repeated(std::vector<ServicePart>& parts) {
    for (std::size_t n = 1; n < parts.size();) {
        auto first =
            std::ranges::find(parts.begin(), parts.begin() + std::ptrdiff_t(n), parts[n].type, &ServicePart::type);
        bool own = first != parts.begin() + std::ptrdiff_t(n) && !(has_own_number(*first) && has_own_number(parts[n]));
        if (!own) {
            ++n;
            continue;
        }
        first->passages.insert(first->passages.end(), parts[n].passages.begin(), parts[n].passages.end());
        parts.erase(parts.begin() + std::ptrdiff_t(n));
    }
}

// What stands before the first service, under a heading that speaks of all, and below the table that holds them; of
// sentences that name some of the services only these.
void add_common(std::vector<ServicePart>& parts, const Passages& passages) {
    std::vector<const Passage*> common = parts.front().before;
    std::vector<const Passage*> taken;
    for (auto& part : parts) taken.insert(taken.end(), part.passages.begin(), part.passages.end());
    bool open = false, others = false;
    for (auto& passage : passages) {
        if (passage.heading()) open = opens_common(passage), others = opens_others(passage);
        bool below = !others && &passage > parts.front().passages.back() && std::ranges::count(taken, &passage) == 0;
        if (open || below) common.push_back(&passage);
    }
    std::vector<const ServiceType*> types;
    for (auto& part : parts)
        if (std::ranges::count(types, part.type) == 0) types.push_back(part.type);
    Topics topics{types};
    auto kept = std::make_shared<std::deque<Passage>>();
    for (auto passage : common)
        for (auto& piece : topics.pieces_of(*passage, false)) {
            kept->push_back(std::move(piece.passage));
            for (auto& part : parts)
                if (std::ranges::count(piece.owners, part.type) > 0) part.common.push_back(&kept->back());
        }
    for (auto& part : parts) part.pieces = kept;
}

// A box with the names and numbers below an interview.
bool stand_at_the_end(const Passages& passages, const std::vector<Announced>& announced) {
    return announced.front().passage * 3 >= passages.size() * 2;
}

// A list of services without anything said below them.
bool only_lists(const Passages& passages, const std::vector<Announced>& announced) {
    bool end = stand_at_the_end(passages, announced);
    for (std::size_t n = 0; n + 1 < announced.size(); ++n) {
        bool together = announced[n + 1].passage == announced[n].passage;
        bool labelled = (announced[n].labelled && !end && !together) || passages[announced[n].passage].heading();
        if (labelled || announced[n + 1].begin > announced[n].passage + 1) return false;
    }
    return true;
}

// Nothing parts the services: sentences tell of them in turn.
bool speaks_in_turn(const Passages& passages, const std::vector<Announced>& announced,
                    const std::vector<const ServiceType*>& certain) {
    if (certain.size() < 2) return false;
    if (std::ranges::all_of(announced, &Announced::told)) return true;
    if (announced.size() < 2 || !only_lists(passages, announced)) return false;
    Topics topics{certain};
    for (auto& passage : passages) topics.learn(passage);
    std::vector<const ServiceType*> named;
    for (std::size_t n = 0; n < passages.size(); ++n) {
        if (std::ranges::count(announced, n, &Announced::passage) > 0) continue;
        for (auto& piece : topics.pieces_of(passages[n], true))
            if (piece.named) named.insert(named.end(), piece.owners.begin(), piece.owners.end());
    }
    auto others = std::ranges::count_if(named, [&](auto type) { return type != announced.back().type; });
    return others >= (stand_at_the_end(passages, announced) ? 1 : 2);
}

// Of the only service speaks all that stands before its card: "Pro koho", "Kdy" above the table for offices.
void take_all_before(ServicePart& only) {
    only.passages.insert(only.passages.begin(), only.before.begin(), only.before.end());
    only.before.clear();
}

bool announces_one(const std::vector<Announced>& announced) {
    return std::ranges::all_of(announced, [&](auto& one) { return one.type == announced.front().type && !one.ended; });
}

}

bool denies(const passages::Tokens& tokens) { return passages::has_any(tokens, passages::patterns("denials")); }

namespace {

// Chapters: above each sentence that introduces a service stands a heading of its own.
void begin_at_headings(std::vector<Announced>& announced, const Passages& passages) {
    std::vector<std::size_t> headings;
    for (std::size_t n = 0; n < announced.size(); ++n) {
        auto at = announced[n].passage, above = at;
        while (above > 0 && at - above < 3 && !passages[above].heading()) --above;
        auto& tokens = passages[above].tokens;
        bool heading = announced[n].told && passages[above].heading() && !tokens.empty() &&
                       tokens.back().folded != "?" && !short_mentions_in(tokens, {announced[n].type}, true).empty();
        if (!heading || (!headings.empty() && headings.back() >= above)) return;
        if (!headings.empty() && passages[headings.front()].level != passages[above].level) return;
        headings.push_back(above);
    }
    if (headings.size() < 2) return;
    for (std::size_t n = 0; n < announced.size(); ++n) announced[n].begin = headings[n], announced[n].told = false;
}

// Chapters that hold a number each part the services better than sentences, or than fewer announcements.
void prefer_chapters(std::vector<Announced>& announced, const Passages& passages) {
    auto chapters = announced_by_chapters(passages);
    bool told = std::ranges::any_of(announced, &Announced::told);
    auto services = std::size_t(std::ranges::count(announced, false, &Announced::ended));
    if (chapters.size() > services || (told && chapters.size() == services)) announced = std::move(chapters);
}

// Types that a form lists one below the other are as certain as those with a number.
std::vector<const ServiceType*> types_told_of(const Passages& passages, const std::vector<Announced>& announced) {
    auto types = certain_types(passages);
    bool list = announced.size() > 1 && only_lists(passages, announced) &&
                passages[announced.front().passage].field == type_field;
    for (auto& one : announced)
        if (list && std::ranges::count(types, one.type) == 0) types.push_back(one.type);
    return types;
}

}

std::vector<ServicePart> service_parts(const std::vector<Passage>& passages) {
    auto announced = announcements(passages);
    begin_at_headings(announced, passages);
    prefer_chapters(announced, passages);
    if (auto certain = types_told_of(passages, announced); speaks_in_turn(passages, announced, certain))
        if (auto parts = parts_by_topic(passages, certain); !parts.empty()) return parts;
    if (announced.empty()) return whole_document(passages);
    drop_joint_headings(announced, passages);
    std::vector<ServicePart> parts;
    for (std::size_t n = 0; n < announced.size(); ++n)
        if (!announced[n].ended) parts.push_back(part_of(passages, announced, n));
    if (parts.empty()) return {};
    join_repeated(parts);
    if (parts.size() == 1 && announced.size() == 1 && announced.front().told) {
        parts.front().passages.clear(), parts.front().before.clear();
        for (auto& passage : passages) parts.front().passages.push_back(&passage);
    } else if (parts.size() == 1 && announces_one(announced)) take_all_before(parts.front());
    add_common(parts, passages);
    return parts;
}

}
