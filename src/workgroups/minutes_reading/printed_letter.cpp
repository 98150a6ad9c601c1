// A letter that was saved as a text: „Od:“, „Odesláno:“, „Komu:“, „Předmět:“ above what it says.
#include "workgroups/minutes_reading/minutes_source.hpp"

#include "platform/reading/decoding.hpp"
#include "platform/reading/pattern.hpp"

namespace workgroups {

using namespace reading;

namespace {

const Pattern& field_of_letter() {
    static const Pattern field{
        "^\\W*(?:(od|from|odesilatel)|(odeslano|sent|datum|date|dne)|(predmet|subject|vec)|(?:komu|to|kopie|skryta kopie|cc|bcc|prilohy?|attachments?|dulezitost))\\s*:\\s*(.*)$"};
    return field;
}

// The fields stand one below another from the first line on, one of them says who wrote.
std::size_t end_of_fields(const std::vector<Line>& lines) {
    std::size_t fields = 0, at = 0;
    bool sender = false;
    while (at < lines.size() && lines[at].empty()) ++at;
    for (; at < lines.size() && at < 14 && !lines[at].empty(); ++at) {
        auto found = field_of_letter().in(plain_small(lines[at].text));
        if (!found) break;
        ++fields, sender = sender || found->has(1);
    }
    return sender && fields >= 3 ? at : 0;
}

std::string name_of_sender(const std::string& field) {
    auto name = squeezed(field.substr(0, field.find_first_of("<[")));
    std::erase(name, '"');
    return name.find('@') == name.npos ? name : std::string{};
}

}

void take_printed_head(MinutesSource& source) {
    auto end = end_of_fields(source.lines);
    for (std::size_t at = 0; at < end; ++at) {
        Letters letters{source.lines[at].text};
        if (auto found = field_of_letter().in(letters.low)) {
            auto value = letters.cut(found->from(4));
            if (found->has(1)) source.sender = name_of_sender(value);
            else if (found->has(3)) source.subject = value;
            else if (found->has(2))
                if (auto dates = dates_in(Letters{value}, {}); !dates.empty()) source.sent_on = dates.front().first;
        }
        source.lines[at] = {.page = source.lines[at].page};
    }
}

}
