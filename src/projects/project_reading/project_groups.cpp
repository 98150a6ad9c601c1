// For whom the project is: lists under a label, else sentences.
#include "projects/project_reading/project_fields.hpp"

#include "platform/reading/passages/groups_of_people.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace projects {

namespace {

// Where no label says it: sentences about whom the project is for, then what it is about.
constexpr std::string_view group_cues[] = {"cilov* skupin*", "urcen*",  "zamer* na|se", "pomaha*|pomuze|pomoci|pomoct",
                                           "podpori*",       "slouzi*", "mysli",        "pece o",
                                           "peci o",         "pro"};

FoundTexts groups_by_words(const Passages& passages) {
    for (bool of_project : {true, false})
        for (auto cue : group_cues)
            for (auto& passage : passages) {
                bool weak = cue == "pece o" || cue == "peci o" || cue == "pro";
                if (weak && !of_project) continue;
                if (passage.heading() || passage.table || of_another_project(passage)) continue;
                for (auto& sentence : passages::sentences_of(passage.text)) {
                    auto words = passages::find(sentence.tokens, cue);
                    if (!words || (of_project && cue != group_cues[0] && !passages::has(sentence.tokens, "projekt*")))
                        continue;
                    FoundTexts groups;
                    for (auto n = words->last; n < sentence.tokens.size() && groups.empty(); ++n)
                        if (passages::describes_group(sentence.tokens, n))
                            for (auto& group : passages::groups_in_words(sentence.text, sentence.tokens, n))
                                if (groups.empty() || !weak) groups.push_back({group, passage.at});
                    if (!groups.empty()) return groups;
                }
            }
    return {};
}

}

FoundTexts find_project_groups(const Passages& passages) {
    FoundTexts groups;
    for (auto& passage : passages) {
        if (passage.field != target_field || passage.heading() || passage.text.empty()) continue;
        auto add = [&](std::string_view text) {
            auto clean = std::string{passages::trimmed(text, ".,;-")};
            std::ranges::replace(clean, '\n', ' ');
            if (clean.size() > 3) groups.push_back({clean, passage.at});
        };
        bool item = passage.kind == reading::LineKind::item;
        std::size_t from = 0;
        auto& tokens = passage.tokens;
        bool list = !item && !passage.label.empty();
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            bool relative = passages::match_at(tokens, at + 1, "kter*|jejich*|kdo|jez").has_value();
            bool cut = tokens[at].folded == ";" || (list && tokens[at].folded == "," && !relative) ||
                       (list && tokens[at].folded == "." && at + 1 == tokens.size());
            if (!cut) continue;
            if (at > from) add(passages::printed(passage.text, tokens, {from, at}));
            from = at + 1;
        }
        if (from < tokens.size()) add(passages::printed(passage.text, tokens, {from, tokens.size()}));
    }
    return groups.empty() ? groups_by_words(passages) : groups;
}

}
