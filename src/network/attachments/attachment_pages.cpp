// Handlers: ask, check, do, answer.
#include "network/attachments/attachment_pages.hpp"

#include "network/public_pages/service_page.hpp"
#include "network/service_networks/development_proposal.hpp"
#include "network/territory/territory.hpp"

namespace network {

namespace {

AttachmentOwner owner_of(const http::Request& request, const Permit<may::EditService>& permit) {
    auto& view = permit.about();
    auto& service = view.service;
    AttachmentOwner owner{{"service", {service.id.uuid}}, service.name, "/sluzby/" + service.slug + "/prilohy"};
    owner.back = {request.texts->text("capacity.back"), "/sluzby/" + service.slug + "/upravit"};
    owner.publishes = true;
    owner.secret = hides_its_places(service, facilities_of(permit.look(), service.id, permit.today()));
    if (view.renamed()) owner.moved_to = owner.address;
    return owner;
}

AttachmentOwner owner_of(const http::Request& request, const Permit<may::EditContract>& permit) {
    auto& contract = permit.about().contract;
    auto address = "/sprava/smlouvy/" + to_text(contract.id);
    AttachmentOwner owner{{"contract", {contract.id.uuid}}, contract.number, address + "/prilohy"};
    owner.back = {request.texts->text("attachment.back.contract"), address};
    return owner;
}

AttachmentOwner owner_of(const http::Request& request, const Permit<may::KeepNetwork>& permit) {
    auto& network = permit.about().network;
    auto statement = find_statement(permit.look(), request.id<MunicipalStatement>("vyjadreni"));
    if (!statement || statement->network_id != network.id) throw NotFound{};
    auto address = "/site/" + network.slug + "/vyjadreni/" + to_text(statement->id);
    auto town = permit.look().maybe<std::string>("SELECT name FROM municipalities WHERE code = $1",
                                                 statement->municipality_code);
    AttachmentOwner owner{{"statement", {statement->id.uuid}},
                          town.value_or(statement->municipality_code) + ", " + network.name,
                          address + "/prilohy"};
    owner.back = {request.texts->text("attachment.back.statement"), address};
    return owner;
}

ListedAttachment asked(const http::Request& request, db::Session& db, const AttachmentOwner& owner) {
    auto found = find_attachment(db, owner.to, request.id<Attachment>("priloha"));
    if (!found) throw NotFound{};
    return *found;
}

}

// --- the list --------------------------------------------------------------------------------------------------------

AttachmentForm::AttachmentForm(const http::Request& request, bool publishes) : Form{request} {
    for (auto& upload : request.files)
        if (upload.field == "soubor" && (upload.bytes > 0 || !upload.name.empty())) file = &upload;
    published = publishes && chosen("zverejnit") == std::vector<std::string>{"ano"};
    if (!file) problem("soubor", "attachment.file.missing");
    if (title.size() > longest_line) problem("nazev", "edit.too_long");
}

http::PageHead AttachmentsPage::head(const i18n::Texts& texts) const {
    return {.title = owner.title + " – " + texts.text("attachment.list"), .section = owner.address, .staff = true};
}

files::FileField AttachmentsPage::file_field() const {
    return {{"soubor", "attachment.file", "", form.problem_of("soubor")}, bytes_most};
}

html::Field AttachmentsPage::title_field() const {
    auto field = form.field("nazev", "attachment.name");
    field.hint = "attachment.name.hint", field.optional = true;
    return field;
}

html::CheckGroup AttachmentsPage::published_field(html::Out& out) const {
    html::CheckGroup group{{form.field("zverejnit", "attachment.published"), {}}};
    group.hint = "attachment.published.hint";
    group.choices = {{"ano", out.text("attachment.published.yes"), group.value == "ano"}};
    return group;
}

std::string AttachmentsPage::limits(html::Out& out) const {
    return out.text("attachment.limits", files::size_in_words(bytes_most));
}

std::string kind_and_size(const ListedAttachment& one, const i18n::Texts& texts) {
    return texts.text("files.type." + one.type) + ", " + files::size_in_words(one.size_bytes);
}

std::string AttachmentsPage::facts(const ListedAttachment& one, html::Out& out) const {
    return out.text("files.type." + one.type) + ", " + files::size_in_words(one.size_bytes);
}

namespace {

http::Response list_page(const http::Request& request, db::Session& db, AttachmentOwner owner,
                         const AttachmentForm& form, http::Status status) {
    AttachmentsPage page{std::move(owner), form, {}, {}, request.form_token};
    page.bytes_most = request.use<files::FileRoom>().settings().bytes_most;
    auto asked_removal = request.asked.first("odebrano");
    for (auto& one : attachments_of(db, page.owner.to)) {
        if (one.removed_at && to_text(one.attachment.id) == asked_removal) page.taken_away = one.attachment;
        (one.removed_at ? page.removed : page.standing).push_back(std::move(one));
    }
    if (request.asked.first("hotovo") == "pridano") page.said = "attachment.added";
    if (request.asked.first("hotovo") == "ulozeno") page.said = "edit.saved";
    if (request.asked.first("hotovo") == "vraceno") page.said = "attachment.taken_back";
    return respond(request, page, status);
}

// Also what a second click on the button would bring.
bool is_there(files::FileRoom& room, db::Session& db, const std::vector<ListedAttachment>& all,
              const std::string& sha256, std::int64_t bytes) {
    return std::ranges::any_of(all, [&](auto& one) {
        if (one.removed_at || one.size_bytes != bytes) return false;
        auto file = files::find(db, one.attachment.file_id);
        return file && room.sha256_of(*file) == sha256;
    });
}

std::string title_from(const std::string& file_name) {
    auto name = files::clean_name(file_name);
    return name.substr(0, name.size() - files::ending_of(name).size());
}

// Takes the file in where nothing is wrong with it.
std::optional<files::File> file_from(const http::Request& request, db::Session& db, const AttachmentOwner& owner,
                                     AttachmentForm& form) {
    if (!form.file) return {};
    auto& room = request.use<files::FileRoom>();
    auto look = room.look(request, db, *form.file);
    auto all = attachments_of(db, owner.to);
    if (!look.type) return form.problem("soubor", look.refused.c_str()), std::nullopt;
    if (std::ranges::count_if(all, [](auto& one) { return !one.removed_at; }) >= attachments_most)
        return form.problem("soubor", "attachment.full"), std::nullopt;
    auto sha256 = files::sha256_of(*form.file);
    if (is_there(room, db, all, sha256, std::int64_t(form.file->bytes)))
        return form.problem("soubor", "attachment.same"), std::nullopt;
    if (!form.clean()) return {};
    try {
        return room.take_in(request.now, *request.user, *form.file, *look.type, sha256);
    } catch (const files::NoRoom&) { return form.problem("soubor", "files.no_room"), std::nullopt; }
}

}

template <class May>
http::Response show_attachments(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    if (!owner.moved_to.empty()) return http::moved(owner.moved_to);
    return list_page(request, permit.look(), std::move(owner), AttachmentForm{}, http::ok);
}

template <class May>
http::Response add_attachment(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    AttachmentForm form{request, owner.publishes};
    auto file = file_from(request, permit.look(), owner, form);
    if (!file) return list_page(request, permit.look(), std::move(owner), form, http::unprocessable);
    Attachment attachment;
    attachment.record_kind = owner.to.kind, attachment.record_id = owner.to.record;
    attachment.title = form.title.empty() ? title_from(form.file->name) : form.title;
    if (attachment.title.empty()) attachment.title = request.texts->text("attachment.untitled");
    attachment.published = form.published;
    note_done(permit, "network.attachment_added", attach(author_of(permit), *file, attachment).uuid);
    return http::redirect(owner.address, "?hotovo=pridano");
}

// --- one of them -----------------------------------------------------------------------------------------------------

namespace {

SheetPage attachment_page(const http::Request& request, const AttachmentOwner& owner, const ListedAttachment& one,
                          std::int64_t place) {
    SheetPart part{"attachment.part", {{"nazev", "attachment.name", Control::line, "", false}}};
    part.fields.push_back({"poradi", "attachment.place", Control::number, "attachment.place.hint", false});
    if (owner.publishes)
        part.fields.push_back({"zverejnit", "attachment.published", Control::tick, "attachment.published.hint"});
    auto& attachment = one.attachment;
    Sheet sheet{{"nazev", tidy(attachment.title)}, {"poradi", std::to_string(place)}};
    if (owner.publishes) sheet["zverejnit"] = attachment.published ? "ano" : "";
    SheetPage page{attachment.title, "attachment.edit.title", owner.at(attachment), owner.address, {part}, sheet};
    page.before = page.sheet, page.version = attachment.kept.version, page.form_token = request.form_token;
    page.links = {{request.texts->text("attachment.open"), owner.at(attachment, "/soubor")},
                  {request.texts->text("attachment.list"), owner.address}};
    return page;
}

// Where it stands among those that were not removed.
std::int64_t place_of_attachment(db::Session& db, const AttachmentOwner& owner, Id<Attachment> id) {
    std::int64_t place = 1;
    for (auto all = attachments_of(db, owner.to); auto& one : all) {
        if (one.attachment.id == id) return place;
        if (!one.removed_at) ++place;
    }
    return place;
}

ListedAttachment standing(const http::Request& request, db::Session& db, const AttachmentOwner& owner) {
    auto one = asked(request, db, owner);
    if (one.removed_at) throw NotFound{};
    return one;
}

}

template <class May>
http::Response show_attachment(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    auto one = standing(request, permit.look(), owner);
    return respond(request,
                   attachment_page(request, owner, one, place_of_attachment(permit.look(), owner, one.attachment.id)));
}

template <class May>
http::Response edit_attachment(const http::Request& request, Permit<May> permit) {
    auto& db = permit.db();
    auto owner = owner_of(request, permit);
    auto one = standing(request, db, owner);
    auto page = attachment_page(request, owner, one, place_of_attachment(db, owner, one.attachment.id));
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    auto title = value_in(page.sheet, "nazev");
    auto place = whole_number(value_in(page.sheet, "poradi"), attachments_most);
    if (title.empty()) page.problems.push_back({"nazev", "attachment.name.missing"});
    else if (title.size() > longest_line) page.problems.push_back({"nazev", "edit.too_long"});
    if (!place || *place < 1) page.problems.push_back({"poradi", "attachment.place.wrong"});
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto author = author_of(permit);
    auto after = one.attachment;
    if (title != value_in(page.before, "nazev")) after.title = title;
    if (owner.publishes) after.published = value_in(page.sheet, "zverejnit") == "ano";
    if (change(author, one.attachment, after)) note_done(permit, "network.attachment_saved", after.id.uuid);
    if (value_in(page.sheet, "poradi") != value_in(page.before, "poradi"))
        put_in_place(author, owner.to, after.id, *place);
    return http::redirect(owner.address, "?hotovo=ulozeno");
}

template <class May>
http::Response remove_attachment(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    auto one = asked(request, permit.db(), owner);
    if (remove(author_of(permit), one)) note_done(permit, "network.attachment_removed", one.attachment.id.uuid);
    return http::redirect(owner.address, "?odebrano=", one.attachment.id);
}

template <class May>
http::Response take_attachment_back(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    auto one = asked(request, permit.db(), owner);
    if (take_back(author_of(permit), one)) note_done(permit, "network.attachment_taken_back", one.attachment.id.uuid);
    return http::redirect(owner.address, "?hotovo=vraceno");
}

// --- the file itself -------------------------------------------------------------------------------------------------

namespace {

http::Response sent(const http::Request& request, db::Session& db, const Attachment& attachment, bool closed) {
    auto& room = request.use<files::FileRoom>();
    auto file = files::find(db, attachment.file_id);
    auto name = file ? room.name_of(*file) : std::nullopt;
    if (!name) throw NotFound{};
    return room.answer(*file, *name, closed);
}

}

template <class May>
http::Response send_attachment(const http::Request& request, Permit<May> permit) {
    auto owner = owner_of(request, permit);
    auto attachment = standing(request, permit.look(), owner).attachment;
    permit.trail().note("network.attachment_read", attachment.id.uuid, audit::Outcome::allowed);
    return sent(request, permit.look(), attachment, true);
}

http::Response send_published_attachment(const http::Request& request, Permit<may::ReadService> permit) {
    auto& service = permit.about().service;
    auto places = facilities_of(permit.look(), service.id, permit.today());
    auto id = request.id<Attachment>("priloha");
    for (auto all = published_attachments(permit.look(), service, places, permit.today()); auto& one : all)
        if (one.attachment.id == id) return sent(request, permit.look(), one.attachment, false);
    throw NotFound{};
}

// --- for each kind of record -----------------------------------------------------------------------------------------

template http::Response show_attachments(const http::Request&, Permit<may::EditService>);
template http::Response add_attachment(const http::Request&, Permit<may::EditService>);
template http::Response show_attachment(const http::Request&, Permit<may::EditService>);
template http::Response edit_attachment(const http::Request&, Permit<may::EditService>);
template http::Response remove_attachment(const http::Request&, Permit<may::EditService>);
template http::Response take_attachment_back(const http::Request&, Permit<may::EditService>);
template http::Response send_attachment(const http::Request&, Permit<may::EditService>);
template http::Response show_attachments(const http::Request&, Permit<may::EditContract>);
template http::Response add_attachment(const http::Request&, Permit<may::EditContract>);
template http::Response show_attachment(const http::Request&, Permit<may::EditContract>);
template http::Response edit_attachment(const http::Request&, Permit<may::EditContract>);
template http::Response remove_attachment(const http::Request&, Permit<may::EditContract>);
template http::Response take_attachment_back(const http::Request&, Permit<may::EditContract>);
template http::Response send_attachment(const http::Request&, Permit<may::EditContract>);
template http::Response show_attachments(const http::Request&, Permit<may::KeepNetwork>);
template http::Response add_attachment(const http::Request&, Permit<may::KeepNetwork>);
template http::Response show_attachment(const http::Request&, Permit<may::KeepNetwork>);
template http::Response edit_attachment(const http::Request&, Permit<may::KeepNetwork>);
template http::Response remove_attachment(const http::Request&, Permit<may::KeepNetwork>);
template http::Response take_attachment_back(const http::Request&, Permit<may::KeepNetwork>);
template http::Response send_attachment(const http::Request&, Permit<may::KeepNetwork>);

}
