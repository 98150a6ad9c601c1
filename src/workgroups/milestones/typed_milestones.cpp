// Reads schedules, recipients and questions that people type one a line.
#include "platform/base/parts.hpp"
#include "platform/mail/mail.hpp"
#include "platform/search/fold.hpp"
#include "workgroups/milestones/milestone.hpp"

namespace workgroups {

namespace {

// „- 06-07/2017 sběr dat“: the longest beginning that says a time, and what is left.
std::optional<Milestone> milestone_in(std::string_view line) {
    while (!line.empty() && (line.front() == '-' || line.front() == '*' || line.front() == ' ')) line.remove_prefix(1);
    std::optional<Milestone> found;
    for (auto end = line.find(' ');; end = line.find(' ', end + 1)) {
        if (auto period = parse_period(text::trimmed(line.substr(0, end)))) {
            found.emplace();
            found->take(*period);
            auto rest = end == line.npos ? std::string_view{} : line.substr(end);
            while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == '-'))
                rest.remove_prefix(1);
            if (rest.starts_with("–")) rest.remove_prefix(std::string_view{"–"}.size());
            found->title = text::trimmed(rest);
        }
        if (end == line.npos) break;
    }
    return found && !found->title.empty() ? found : std::nullopt;
}

std::string with_plain_blanks(std::string text) {
    for (auto at = text.find("\u00a0"); at != text.npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    return text;
}

// The address at the end of a line, in < > or behind a ; or a blank.
std::optional<MilestoneRecipient> recipient_in(std::string_view line) {
    while (!line.empty() && (line.back() == '>' || line.back() == ';' || line.back() == ' ')) line.remove_suffix(1);
    auto before = line.find_last_of(" ;<\t");
    auto address = before == line.npos ? line : line.substr(before + 1);
    if (!mail::is_address(std::string{address})) return {};
    auto name = before == line.npos ? std::string_view{} : line.substr(0, before);
    while (!name.empty() && (name.back() == ' ' || name.back() == ';' || name.back() == '<' || name.back() == ','))
        name.remove_suffix(1);
    MilestoneRecipient one;
    one.email = address, one.name = name.empty() ? one.email : std::string{text::trimmed(name)};
    return one;
}

}

TypedMilestones typed_milestones(const std::string& typed) {
    TypedMilestones found;
    for (auto& line : text::parted(with_plain_blanks(typed), "\n"))
        if (auto one = milestone_in(line)) found.milestones.push_back(std::move(*one));
        else found.unread.push_back(line);
    return found;
}

TypedRecipients typed_recipients(const std::string& typed) {
    TypedRecipients found;
    std::string group;
    for (auto& line : text::parted(with_plain_blanks(typed), "\n")) {
        if (line.ends_with(":") && line.find('@') == line.npos) {
            group = line.substr(0, line.size() - 1);
            continue;
        }
        auto one = recipient_in(line);
        if (!one) {
            found.unread.push_back(line);
            continue;
        }
        one->recipient_group = group;
        if (std::ranges::find(found.recipients, one->email, &MilestoneRecipient::email) == found.recipients.end())
            found.recipients.push_back(std::move(*one));
    }
    return found;
}

std::vector<network::WishedQuestion> typed_questions(const std::string& typed) {
    std::vector<network::WishedQuestion> questions;
    for (auto& line : text::parted(with_plain_blanks(typed), "\n")) {
        network::WishedQuestion question{line};
        auto open = line.rfind('(');
        if (line.ends_with(")") && open != line.npos) {
            auto inside = line.substr(open + 1, line.size() - open - 2);
            auto folded = search::fold(inside);
            if (folded == "cislo") question.kind = "number";
            else if (folded == "datum") question.kind = "date";
            else if (folded.starts_with("ano")) question.kind = "yes_no";
            else if (folded.starts_with("vyber") && inside.find(':') != inside.npos) {
                question.kind = "choice";
                question.choices = text::parted(inside.substr(inside.find(':') + 1), ",");
            }
            if (question.kind != "text") question.label = std::string{text::trimmed(line.substr(0, open))};
        }
        if (!question.label.empty()) questions.push_back(std::move(question));
    }
    return questions;
}

}
