// Keeps saved reports.
#include "platform/reports/saved_report.hpp"

#include "platform/i18n/sort_key.hpp"

namespace reports {

std::optional<SavedReport> SavedReport::find(db::Session& db, const std::string& named) {
    auto id = Id<SavedReport>::parse(named);
    return id ? db.maybe<SavedReport>("SELECT * FROM saved_reports WHERE id = $1", *id) : std::nullopt;
}

bool SavedReport::visible_to(const User& user) const {
    if (!may::UseReports::uses(user)) return false;
    if (owner_id == user.id) return true;
    if (deleted_at) return false;
    return shared_with == "everybody" ||
           (shared_with == "organisation" && user.organisation_id == kept.organisation_id);
}

std::vector<ListedReport> own_reports(db::Session& db, Id<User> person) {
    return db.all<ListedReport>("SELECT saved_reports.*, people.name AS owner FROM saved_reports"
                                " JOIN people ON people.id = owner_id WHERE owner_id = $1 AND deleted_at IS NULL"
                                " ORDER BY title_sort, saved_reports.id",
                                person);
}

std::vector<ListedReport> reports_shared_with(db::Session& db, const User& user) {
    return db.all<ListedReport>(
        "SELECT saved_reports.*, people.name AS owner FROM saved_reports JOIN people ON people.id = owner_id"
        " WHERE owner_id <> $1 AND deleted_at IS NULL AND (shared_with = 'everybody'"
        " OR (shared_with = 'organisation' AND saved_reports.organisation_id = $2))"
        " ORDER BY title_sort, saved_reports.id",
        user.id, user.organisation_id.value_or(Id<Organisation>{}));
}

std::string owner_of(db::Session& db, const SavedReport& report) {
    return db.maybe<std::string>("SELECT name FROM people WHERE id = $1", report.owner_id).value_or("");
}

Id<SavedReport> add_report(const history::Author& author, SavedReport report) {
    report.id = Id<SavedReport>::made_at(author.now);
    report.title_sort = i18n::sort_key(report.title);
    history::keep_new(author, report);
    return report.id;
}

bool change_report(const history::Author& author, const SavedReport& before, SavedReport after) {
    after.title_sort = i18n::sort_key(after.title);
    return history::keep_change(author, before, after);
}

}
