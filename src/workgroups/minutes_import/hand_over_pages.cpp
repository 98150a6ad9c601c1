// Takes documents in, and lists them.
#include "workgroups/minutes_import/hand_over_pages.hpp"

#include "platform/base/parts.hpp"
#include "platform/history/acting.hpp"
#include "workgroups/planning_overview/planning_needs.hpp"

#include <charconv>
#include <set>

namespace workgroups {

namespace {

constexpr std::int64_t documents_on_page = 30;
constexpr std::size_t longest_pasted = 1'000'000;    // bytes

html::Table table_of(const std::vector<ListedDocument>& documents, bool with_group, html::Out& out) {
    html::Table table{out.text("document.list"), {{"document.name"}}, {}};
    if (with_group) table.columns.push_back({"document.group"});
    for (auto label : {"document.day", "document.state", "document.decided"}) table.columns.push_back({label});
    table.columns.back().number = true;
    table.folds = table.caption_is_above = true;
    for (auto& one : documents) {
        auto& import = one.import;
        html::Row row{{import.title, "/dokumenty-zapisu/" + to_text(import.id)}};
        if (with_group) row.push_back({one.group_name});
        row.push_back({to_czech(day_in_prague(import.kept.created_at))});
        auto kind = import.state == "taken"     ? html::Tag::ok
                    : import.state == "open"    ? html::Tag::part
                    : import.state == "reading" ? html::Tag::run
                    : import.state == "refused" ? html::Tag::bad
                                                : html::Tag::unknown;
        row.push_back({"", "", html::Tag{kind, out.text("document.state." + import.state)}});
        row.push_back({out.text("document.decided_of", std::to_string(one.progress.decided()),
                                std::to_string(one.progress.all))});
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Without what it says, which a list has no use for.
std::vector<DocumentImport> documents_of(db::Session& db, Id<WorkingGroup> group) {
    return db.all<DocumentImport>(
        "SELECT id, group_id, title, file_id, content_hash, state, error_key, '' AS lines, label_style, job_id,"
        " source_id, meeting_id, taken_at, organisation_id, retention, version, created_at, created_by, changed_at,"
        " changed_by FROM document_imports WHERE group_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200",
        group);
}

}

html::Tag tag_of(const DocumentImport& import, const i18n::Texts& texts) {
    auto kind = import.state == "taken"     ? html::Tag::ok
                : import.state == "open"    ? html::Tag::part
                : import.state == "reading" ? html::Tag::run
                : import.state == "refused" ? html::Tag::bad
                                            : html::Tag::unknown;
    return {kind, texts.text("document.state." + import.state)};
}

HandOverForm::HandOverForm(const http::Request& request) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && (upload.bytes > 0 || !upload.name.empty())) uploads.push_back(upload);
    pasted_text = request.values.first("text");
    if (pasted_text.size() > longest_pasted) problem("text", "document.text.too_long");
    else if (text::trimmed(pasted_text).empty()) pasted_text.clear();
    if (uploads.empty() && pasted_text.empty() && clean()) problem("soubor", "document.file.missing");
}

files::FileInput HandOverPage::file_input() const {
    return {bytes_most, files::round_bytes(files::upload_limit), "soubor", "soubor-napoveda",
            ".txt,.md,.html,.htm,.docx,.odt,.pdf,.eml"};
}

html::Area HandOverPage::text_field() const {
    auto area = form.area("text", "document.text");
    area.hint = "document.text.hint", area.optional = true;
    return area;
}

html::Table HandOverPage::table(html::Out& out) const { return table_of(documents, false, out); }
html::Table DocumentsPage::table(html::Out& out) const { return table_of(documents, true, out); }

http::PageHead HandOverPage::head(const i18n::Texts& texts) const {
    return {.title = group.name + " – " + texts.text("document.title"), .section = "/skupiny", .staff = true};
}
http::PageHead DocumentsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("document.all"), .section = "/dokumenty-zapisu", .staff = true};
}

namespace {

http::Response hand_over_page(const http::Request& request, db::Session& db, const WorkingGroup& group,
                              const HandOverForm& form, std::vector<RefusedDocument> refused, http::Status status) {
    HandOverPage page{group, form, {}, std::move(refused), request.form_token};
    page.bytes_most = request.use<files::FileRoom>().settings().bytes_most;
    for (auto& import : documents_of(db, group.id))
        page.documents.push_back({import, progress_of(db, import.id), group.name});
    auto done = request.asked.first("hotovo");
    for (auto known : {"predano", "zahozeno"})
        if (done == known) page.done = request.texts->text(std::string{"document.done."} + known);
    return respond(request, page, status);
}

std::optional<RefusedDocument> refusal_of(const HandedDocument& handed, const i18n::Texts& texts) {
    if (handed.refused.empty()) return {};
    RefusedDocument one{files::clean_name(handed.upload.name), texts.text(handed.refused)};
    if (handed.same) one.href = "/dokumenty-zapisu/" + to_text(handed.same->id);
    return one;
}

// The first words, so that several pasted texts are told apart.
std::string name_of_pasted(const std::string& text, const i18n::Texts& texts) {
    auto line = std::string{text::trimmed(text)};
    line = line.substr(0, line.find_first_of("\r\n"));
    while (line.size() > 60) line = line.substr(0, line.rfind(' ', 60) == line.npos ? 0 : line.rfind(' ', 60));
    auto name = files::clean_name(line);
    return (name.empty() ? texts.text("document.pasted") : name) + ".txt";
}

}

http::Response show_hand_over(const http::Request& request, Permit<may::LeadGroup> permit) {
    return hand_over_page(request, permit.look(), permit.about().group, HandOverForm{}, {}, http::ok);
}

http::Response hand_over(const http::Request& request, Permit<may::LeadGroup> permit) {
    auto& group = permit.about().group;
    HandOverForm form{request};
    if (!form.clean()) return hand_over_page(request, permit.look(), group, form, {}, http::unprocessable);
    if (!form.pasted_text.empty())
        form.uploads.push_back(pasted(form.pasted_text, name_of_pasted(form.pasted_text, *request.texts)));
    std::uint64_t bytes = 0;
    for (auto& upload : form.uploads) bytes += upload.bytes;
    bool at_once = form.uploads.size() <= read_at_once_files && bytes <= read_at_once_bytes;
    // Everything is read before the first word is written: one that is refused leaves nothing behind.
    std::vector<HandedDocument> handed;
    std::vector<RefusedDocument> refused;
    std::set<std::string> hashes;
    for (auto& upload : form.uploads) {
        auto one = look_at_document(request, permit.look(), group.id, upload, at_once);
        if (auto why = refusal_of(one, *request.texts)) refused.push_back(*why);
        else if (hashes.insert(one.content_hash).second) handed.push_back(std::move(one));
    }
    if (!refused.empty())
        return hand_over_page(request, permit.look(), group, form, std::move(refused), http::unprocessable);
    std::vector<std::optional<files::File>> kept;
    try {
        for (auto& one : handed)
            kept.push_back(one.type ? std::optional{request.use<files::FileRoom>().take_in(
                                          request.now, *request.user, one.upload, *one.type, one.content_hash)}
                                    : std::nullopt);
    } catch (const files::NoRoom&) {
        form.problem("soubor", "files.no_room");
        return hand_over_page(request, permit.look(), group, form, {}, http::unprocessable);
    }
    auto author = history::author_of(permit);
    Id<DocumentImport> last{};
    for (std::size_t n = 0; n < handed.size(); ++n) {
        last = keep_document(author, group.id, handed[n], std::move(kept[n]));
        audit::note_done(permit, "workgroups.document_handed_over", last.uuid);
    }
    if (handed.size() == 1) return http::redirect("/dokumenty-zapisu/", last);
    return http::redirect("/skupiny/", group.slug, "/dokument?hotovo=predano");
}

http::Response list_documents(const http::Request& request, Permit<may::SeeDocuments> permit) {
    auto& db = permit.look();
    auto words = GroupWords::read(db, *request.texts, request.today());
    std::vector<ListedDocument> all;
    for (auto& own : OwnPlanning::read(db, permit.user(), words, request.today()).groups)
        if (own.leads)
            for (auto& import : documents_of(db, own.group.id)) all.push_back({import, {}, own.group.name});
    std::ranges::sort(all, [](auto& a, auto& b) {
        return std::tuple{b.import.kept.created_at, b.import.id} < std::tuple{a.import.kept.created_at, a.import.id};
    });
    DocumentsPage page;
    std::int64_t asked = 1;
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), asked);
    page.pager.pages =
        std::max<std::int64_t>(1, (std::int64_t(all.size()) + documents_on_page - 1) / documents_on_page);
    page.pager.page = std::clamp<std::int64_t>(asked, 1, page.pager.pages);
    for (auto n = (page.pager.page - 1) * documents_on_page;
         n < std::min<std::int64_t>(std::int64_t(all.size()), page.pager.page * documents_on_page); ++n) {
        auto& one = all[std::size_t(n)];
        one.progress = progress_of(db, one.import.id);
        page.documents.push_back(one);
    }
    return respond(request, page);
}

}
