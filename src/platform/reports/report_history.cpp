// Who saved a report when, and the question as it was then.
#include "platform/reports/report_pages.hpp"

#include "platform/time/prague.hpp"

namespace reports {

namespace {

std::string change_words(const history::FieldChange& change, bool created, const i18n::Texts& texts) {
    auto value = change.new_value.value_or("");
    if (change.field == "title") return texts.text("reports.history.title", {value});
    if (change.field == "shared_with")
        return texts.text("reports.history.shared", {texts.text("reports.sharing." + value)});
    if (change.field == "question") return texts.text("reports.history.question");
    if (change.field == "deleted_at" && !created)
        return texts.text(value.empty() ? "reports.history.restored" : "reports.history.deleted");
    return {};
}

ReportVersion version_of(db::Session& db, const SavedReport& report, const history::Change& change,
                         const i18n::Texts& texts) {
    ReportVersion version{to_czech(change.happened_at)};
    if (change.user_id)
        version.who = db.maybe<std::string>("SELECT name FROM people WHERE id = $1", *change.user_id).value_or("");
    version.kind = texts.text("reports.history.kind." + change.kind);
    for (auto& field : history::field_changes(db, change.id)) {
        if (auto words = change_words(field, change.kind == "created", texts); !words.empty())
            version.what.push_back(words);
        if (field.field == "question" && field.new_value)
            version.open_at = "/sestavy/" + to_text(report.id) + "?" + *field.new_value;
    }
    return version;
}

}

http::Response show_report_history(const http::Request& request, Permit<may::KeepReport> permit) {
    auto& report = permit.about();
    if (!request.use<Sources>().find(report.source, permit.user())) throw NotFound{};
    ReportHistoryPage page{report};
    for (auto& change : history::changes_of(permit.db(), report.id.uuid))
        page.versions.push_back(version_of(permit.db(), report, change, *request.texts));
    return respond(request, page);
}

}
