// The writer of a letter among those who work on the project.
#include "projects/project_reading/project_team_parts.hpp"

#include "platform/reading/passages/sentences.hpp"

#include <algorithm>

namespace projects {

namespace {

using passages::Tokens;

constexpr std::string_view first_person[] = {
    "ja ?osobne ?, ?budu|jsem ?tu ?jako|coby", "budu|jsem|pracuji|pusobim|pracuju ?v ?na ?projektu|nem|tymu jako|coby",
    "mam ?na ?starosti ?funkci|roli|pozici", "jsem|budu ?v ?projektu|nem|tymu"};

// Behind the words up to a sign or „a“: a post.
std::optional<passages::Span> post_of_writer(const Tokens& tokens) {
    for (auto pattern : first_person)
        for (auto words = passages::find(tokens, pattern); words;
             words = passages::find(tokens, pattern, words->first + 1)) {
            auto end = words->last;
            while (end < tokens.size() && end < words->last + 6 && tokens[end].kind == passages::TokenKind::word &&
                   !passages::match_at(tokens, end, "a|i|ale|kter*"))
                ++end;
            bool post = end > words->last && names_role(tokens, {words->last, std::min(words->last + 3, end)});
            if (post) return passages::Span{words->last, end};
        }
    return {};
}

}

std::vector<ReadMember> writer_of_letter(const Passages& all, std::string_view sender) {
    if (sender.empty() || sender.find('@') != sender.npos || sender.find(' ') == sender.npos) return {};
    for (auto& passage : all) {
        if (passage.heading() || passage.table || passage.field == other_project_field) continue;
        auto text = with_at_signs(passage.text);
        for (auto& sentence : passages::sentences_of(text)) {
            auto& tokens = sentence.tokens;
            auto post = post_of_writer(tokens);
            if (!post) continue;
            ReadMember member{.name = std::string{sender},
                              .role = role_between(sentence.text, tokens, post->first, post->last),
                              .at = passage.at};
            auto end = post->last;
            if (end < tokens.size() && tokens[end].folded == "(")
                while (end < tokens.size() && tokens[end].folded != ")") ++end;
            auto beside = passages::printed(sentence.text, tokens, {post->last, end});
            take_contacts(member, beside, passages::tokens_of(beside));
            return {member};
        }
    }
    return {};
}

}
