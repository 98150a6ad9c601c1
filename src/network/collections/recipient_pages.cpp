// Chooses the recipients of a collection, keeps one of them.
#include "network/collections/collection_parts.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"
#include "platform/mail/mail.hpp"

#include <set>

namespace network {

OneRecipientForm::OneRecipientForm(const http::Request& request) : Form{request} {
    if (name.empty() || name.size() > longest_line) problem("jmeno", "collection.recipient.name.missing");
    if (!mail::is_address(email)) problem("email", "collection.recipient.email.missing");
}

html::Select RecipientChoicePage::select(const char* name, const char* label, const std::vector<html::Choice>& choices,
                                         const std::string& value) const {
    return {{html::Field{name, label, value}, choices}};
}

html::RadioGroup RecipientChoicePage::kind(html::Out& out) const {
    html::RadioGroup group{{html::Field{"kdo", "collection.choose.who", filter.kind}, {}}};
    group.choices = {{"providers", out.text("collection.choose.providers")},
                     {"municipalities", out.text("collection.choose.municipalities")}};
    return group;
}

html::Field RecipientChoicePage::email() const {
    auto field = form.field("email", "collection.recipient.email");
    field.type = "email";
    return field;
}

http::PageHead RecipientChoicePage::head(const i18n::Texts& texts) const {
    return {.title = collection.title + " – " + texts.text("collection.recipients.add"),
            .section = collections_at,
            .staff = true};
}

namespace {

RecipientFilter filter_of(const http::Values& values) {
    RecipientFilter filter;
    if (values.first("kdo") == "municipalities") filter.kind = "municipalities";
    filter.district = values.first("orp"), filter.area = values.first("oblast"), filter.type = values.first("druh");
    filter.municipality_kind = values.first("typ");
    return filter;
}

http::Response choice_page(const http::Request& request, const auto& permit, const OneRecipientForm& form,
                           http::Status status) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto& texts = *request.texts;
    RecipientChoicePage page{collection, filter_of(request.asked), form};
    page.asked = request.asked.has("kdo"), page.form_token = request.form_token;
    std::set<std::string> there;
    for (auto& recipient : recipients_of(db, collection.id)) there.insert(recipient.who);
    if (page.asked)
        for (auto& recipient : recipients_for(db, page.filter, permit.today())) {
            if (there.contains(recipient.who)) ++page.already;
            else page.found.push_back(recipient);
        }
    auto lists = CodeLists::read(db, permit.today());
    auto territory = Territory::read(db, permit.today());
    page.districts = {{"", texts.text("network.district.any")}},
    page.areas = {{"", texts.text("collection.choose.area.any")}};
    page.types = {{"", texts.text("network.type.any")}}, page.kinds = {{"", texts.text("collection.choose.kind.any")}};
    for (auto& district : territory.districts())
        if (district.kind == "orp" && district.region_code == request.facts->region_code)
            page.districts.push_back({district.code, district.name});
    for (auto& area : territory.areas()) page.areas.push_back({area.code, area.name});
    for (auto item : lists.items("service_types", permit.today()))
        page.types.push_back({item->code, type_words(lists, item->code, texts)});
    for (auto kind : {"I", "II", "III"}) page.kinds.push_back({kind, kind});
    if (auto added = whole_number(request.asked.first("pridano"), 1'000'000))
        page.done = texts.text("collection.recipients.added", {std::to_string(*added)}, added);
    return respond(request, page, status);
}

}

http::Response choose_recipients(const http::Request& request, Permit<may::KeepCollection> permit) {
    return choice_page(request, permit, OneRecipientForm{}, http::ok);
}

http::Response add_recipients(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = as_it_is_now(db, permit.about());
    if (collection.closed_at) throw Conflict{};
    auto ticked = request.values.all("kdo_vsechno");
    auto author = author_of(permit);
    std::int64_t added = 0;
    // What was offered by the same filter, so that a forged name adds nobody.
    for (auto& recipient : recipients_for(db, filter_of(request.values), permit.today())) {
        if (std::ranges::find(ticked, recipient.who) == ticked.end()) continue;
        auto one = recipient;
        one.collection_id = collection.id;
        if (!add_recipient(author, one)) continue;
        ++added;
        if (!collection.open()) continue;
        for (auto& there : recipients_of(db, collection.id))
            if (there.who == one.who) send_to(author, collection, there, letter_words(request));
    }
    note_done(permit, "network.recipients_added", collection.id.uuid);
    return http::redirect(address_of(collection, "/prijemci"), "?pridano=", std::to_string(added));
}

http::Response add_one_recipient(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = as_it_is_now(db, permit.about());
    if (collection.closed_at) throw Conflict{};
    OneRecipientForm form{request};
    if (!form.clean()) return choice_page(request, permit, form, http::unprocessable);
    CollectionRecipient recipient;
    recipient.collection_id = collection.id, recipient.name = form.name, recipient.email = form.email;
    auto lower = form.email;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    recipient.who = "email:" + lower;
    auto author = author_of(permit);
    if (!add_recipient(author, recipient)) {
        form.problem("email", "collection.recipient.there");
        return choice_page(request, permit, form, http::unprocessable);
    }
    if (collection.open())
        for (auto& there : recipients_of(db, collection.id))
            if (there.who == recipient.who) send_to(author, collection, there, letter_words(request));
    note_done(permit, "network.recipients_added", collection.id.uuid);
    return http::redirect(address_of(collection, "/prijemci"), "?pridano=1");
}

namespace {

CollectionRecipient recipient_in(const http::Request& request, db::Session& db, const Collection& collection) {
    auto recipient = find_recipient(db, request.id<CollectionRecipient>("prijemce"));
    if (!recipient || recipient->collection_id != collection.id) throw NotFound{};
    return *recipient;
}

SheetPage recipient_page(const http::Request& request, const Collection& collection,
                         const CollectionRecipient& recipient) {
    auto& texts = *request.texts;
    SheetPage page{recipient.name,
                   "collection.recipient.edit",
                   address_of(collection, "/prijemci/" + to_text(recipient.id)),
                   address_of(collection),
                   {{"collection.recipient.part",
                     {{"jmeno", "collection.recipient.name", Control::line, "", false},
                      {"email", "collection.recipient.email", Control::line, "collection.recipient.email.hint"},
                      {"omluven", "collection.recipient.apologised", Control::tick},
                      {"omluva", "collection.answer.apology", Control::area}}}},
                   {{"jmeno", tidy(recipient.name)},
                    {"email", recipient.email.value_or("")},
                    {"omluven", recipient.apologised_at ? "ano" : ""},
                    {"omluva", tidy(recipient.apology.value_or(""))}}};
    page.before = page.sheet, page.version = recipient.kept.version, page.form_token = request.form_token;
    page.links = {{texts.text("collection.back"), address_of(collection)}};
    return page;
}

}

http::Response show_recipient(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto recipient = recipient_in(request, permit.db(), permit.about());
    auto page = recipient_page(request, permit.about(), recipient);
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_recipient(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = as_it_is_now(db, permit.about());
    auto recipient = recipient_in(request, db, collection);
    auto page = recipient_page(request, collection, recipient);
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    auto& sheet = page.sheet;
    if (sheet["jmeno"].empty() || sheet["jmeno"].size() > longest_line)
        page.problems.push_back({"jmeno", "collection.recipient.name.missing"});
    if (!sheet["email"].empty() && !mail::is_address(sheet["email"]))
        page.problems.push_back({"email", "collection.recipient.email.missing"});
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto after = recipient;
    after.name = sheet["jmeno"], after.email = text_or_nothing(sheet["email"]);
    bool excused = sheet["omluven"] == "ano";
    if (excused != after.apologised_at.has_value())
        after.apologised_at = excused ? std::optional{permit.now()} : std::nullopt;
    after.apology = excused ? text_or_nothing(sheet["omluva"]) : std::nullopt;
    auto author = author_of(permit);
    if (change(author, recipient, after)) {
        note_done(permit, "network.recipient_saved", recipient.id.uuid);
        auto now = *find_recipient(db, recipient.id);
        // Somebody whose address was missing, or wrong, is written to at once.
        if (collection.open() && !excused && now.email && now.email != recipient.email)
            send_to(author, collection, now, letter_words(request));
    }
    return http::redirect(page.action, "?ulozeno=ano");
}

http::Response remove_recipient_from(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto id = Id<CollectionRecipient>::parse(request.parameter("prijemce"));
    auto recipient = id ? find_recipient(db, *id) : std::nullopt;
    if (recipient && recipient->collection_id != collection.id) throw NotFound{};
    // The second click finds nobody; who answered stays.
    if (recipient && !remove_recipient(author_of(permit), *recipient)) throw Conflict{};
    if (recipient) note_done(permit, "network.recipient_removed", collection.id.uuid);
    return http::redirect(address_of(collection), "?hotovo=odebrano");
}

}
