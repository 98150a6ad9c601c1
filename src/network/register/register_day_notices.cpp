// Finds the planners and says it in a sentence.
#include "network/register/register_day_notices.hpp"

#include "network/register/register_apply.hpp"
#include "platform/auth/people.hpp"
#include "platform/notices/notice.hpp"

namespace network {

namespace {

std::vector<Id<User>> planners(db::Session& db, Date today) {
    std::vector<Id<User>> people;
    auto staff = db.all<Id<User>>("SELECT DISTINCT person_id FROM grants WHERE role = 'regional_planner'"
                                  " AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) ORDER BY person_id",
                                  today);
    for (auto& id : staff)
        if (auto user = auth::user(db, id, today); user && user->reaches(Role::regional_planner, Lies::everywhere()))
            people.push_back(id);
    return people;
}

}

std::string counts_in_words(const RegisterImport& import, const i18n::Texts& texts) {
    std::string words;
    auto say = [&](const char* key, std::int64_t count) {
        if (count == 0) return;
        words += (words.empty() ? "" : ", ") + texts.text(key, {std::to_string(count)}, count);
    };
    say("register_day.count.new", import.new_count), say("register_day.count.changed", import.changed_count);
    say("register_day.count.ended", import.ended_count), say("register_day.count.vanished", import.vanished_count);
    say("register_day.count.suspicious", import.suspicious_count);
    return words;
}

void tell_of_day(const Author& author, const RegisterImport& import) {
    notices::tell(author, planners(author.work, day_in_prague(author.now)),
                  import.state == "refused" ? "register_day_drop" : "register_day",
                  counts_in_words(import, register_texts()), "/sprava/registr/" + to_text(import.id));
}

void tell_of_failed_day(const Author& author, const std::string& error_key, const std::vector<std::string>& values) {
    notices::tell(author, planners(author.work, day_in_prague(author.now)), "register_day_failed",
                  register_texts().text(error_key, values), "/sprava/registr");
}

}
