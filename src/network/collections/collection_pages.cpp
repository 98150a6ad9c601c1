// Lists collections, makes and opens them, says how far they are.
#include "network/collections/collection_pages.hpp"

#include "network/collections/collection_parts.hpp"
#include "network/editing/text_fields.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"
#include "platform/mail/mail.hpp"
#include "platform/search/fold.hpp"
#include "platform/time/coming_date.hpp"
#include "platform/time/prague.hpp"

#include <charconv>

namespace network {

std::string address_of(const Collection& collection, const std::string& rest) {
    return std::string{collections_at} + "/" + to_text(collection.id) + rest;
}

LetterWords letter_words(const http::Request& request) {
    return {*request.texts, request.facts->public_url,
            region_words(request.facts->region_code, request.facts->region_name, *request.texts)};
}

Collection as_it_is_now(db::Session& db, const Collection& collection) { return *find_collection(db, collection.id); }

namespace {

constexpr std::int64_t recipients_on_a_page = 100;

html::Tag tag_of(const std::string& state, const i18n::Texts& texts) {
    auto kind = state == "open"     ? html::Tag::run
                : state == "closed" ? html::Tag::ok
                : state == "over"   ? html::Tag::part
                                    : html::Tag::unknown;
    return {kind, texts.text("collection.state." + state)};
}

struct Counted {
    std::int64_t all = 0, answered = 0;
    static void each_field(auto& counted, auto& visit) {
        visit("everybody", counted.all), visit("answered", counted.answered);
    }
};

Counted counted(db::Session& db, Id<Collection> id) {
    return db.one<Counted>("SELECT count(*) AS everybody, count(collection_answers.sent_at) AS "
                           "answered"
                           " FROM collection_recipients LEFT JOIN collection_answers"
                           " ON recipient_id = collection_recipients.id WHERE collection_id = $1",
                           id);
}

}

http::Response list_collections_for_staff(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    NetworkBoardPage page{texts.text("collection.list"), texts.text("collection.list.lead"), collections_at};
    page.links = {{texts.text("collection.new"), std::string{collections_at} + "/novy"}};
    page.empty = "collection.list.none", page.empty_why = "collection.list.none.why";
    html::Table table{page.title,
                      {{"collection.title"},
                       {"collection.network"},
                       {"collection.deadline"},
                       {"collection.state"},
                       {"collection.answered", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& collection : list_collections(db)) {
        if (!collection.visible_to(permit.user())) continue;
        auto network = collection.network_id ? find_network(db, *collection.network_id) : std::nullopt;
        auto [all, answered] = counted(db, collection.id);
        table.rows.push_back({{collection.title, address_of(collection)},
                              {network ? network->name : ""},
                              {to_czech(collection.deadline)},
                              {.text = "", .tag = tag_of(collection.state(permit.today()), texts)},
                              {texts.text("collection.answered.of", {std::to_string(answered), std::to_string(all)})}});
    }
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

// --- what it is for
// --------------------------------------------------------------------------------------------------

namespace {

SheetParts collection_parts(db::Session& db, const i18n::Texts& texts, Date today, bool is_new) {
    std::vector<html::Choice> networks{{"", texts.text("collection.network.none")}};
    for (auto& network : list_networks(db))
        if (!network.validity.valid_to || today < *network.validity.valid_to)
            networks.push_back({network.slug, network.name});
    SheetParts parts{{"collection.part.what",
                      {{"nazev", "collection.title", Control::line, "", false},
                       {"sit", "collection.network", Control::one_of, "collection.network.hint", true, networks},
                       {"dopis", "collection.letter.field", Control::area, "collection.letter.hint", false}}}};
    SheetPart when{"collection.part.when",
                   {{"pripominky", "collection.reminders", Control::line, "collection.reminders.hint"}}};
    if (is_new) {
        when.fields.insert(when.fields.begin(),
                           SheetField{"do", "collection.deadline", Control::line, "collection.deadline.hint", false});
        when.fields.push_back({"obvykle", "collection.usual", Control::tick});
    }
    parts.push_back(when);
    return parts;
}

// „7, 1“ as 7;1; nothing where it cannot be read.
std::optional<std::string> read_days_before(std::string typed) {
    std::ranges::replace(typed, ',', ';');
    std::vector<std::string> days;
    for (auto& part : text::parted(typed, ";")) {
        auto day = whole_number(part, 90);
        if (!day) return {};
        days.push_back(std::to_string(*day));
    }
    return text::joined(days, ";");
}

void check_collection(SheetPage& page, db::Session& db, Date today, bool is_new) {
    auto& sheet = page.sheet;
    if (sheet["nazev"].empty()) page.problems.push_back({"nazev", "edit.name.missing"});
    else if (sheet["nazev"].size() > longest_line) page.problems.push_back({"nazev", "edit.too_long"});
    if (sheet["dopis"].empty()) page.problems.push_back({"dopis", "collection.letter.missing"});
    else if (sheet["dopis"].size() > longest_text) page.problems.push_back({"dopis", "edit.too_long"});
    if (auto& slug = sheet["sit"]; !slug.empty() && !NetworkInView::find(db, slug))
        page.problems.push_back({"sit", "edit.choice.unknown"});
    if (!read_days_before(sheet["pripominky"]))
        page.problems.push_back({"pripominky", "collection.reminders.unreadable"});
    if (!is_new) return;
    auto deadline = parse_coming_date(sheet["do"], today);
    if (deadline) sheet["do"] = to_czech(*deadline);
    if (!deadline)
        page.problems.push_back({"do", sheet["do"].empty() ? "network.field.missing" : "form.date.unreadable"});
    else if (*deadline < today) page.problems.push_back({"do", "collection.deadline.past"});
}

// Expects a sheet without problems.
Collection filled(Collection collection, const Sheet& sheet, db::Session& db) {
    collection.title = value_in(sheet, "nazev"), collection.title_sort = i18n::sort_key(collection.title);
    collection.letter = value_in(sheet, "dopis");
    auto network = NetworkInView::find(db, value_in(sheet, "sit"));
    collection.network_id = network ? std::optional{network->network.id} : std::nullopt;
    collection.reminder_days = *read_days_before(value_in(sheet, "pripominky"));
    return collection;
}

SheetPage new_collection_page(const http::Request& request, db::Session& db) {
    SheetPage page{"",
                   "collection.new",
                   std::string{collections_at} + "/novy",
                   collections_at,
                   collection_parts(db, *request.texts, request.today(), true),
                   {}};
    page.form_token = request.form_token;
    return page;
}

}

http::Response show_new_collection(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto page = new_collection_page(request, permit.db());
    page.sheet["pripominky"] = "7; 1", page.sheet["obvykle"] = "ano";
    page.sheet["sit"] = request.asked.first("sit");
    return respond(request, page);
}

http::Response new_collection(const http::Request& request, Permit<may::KeepCatalogue> permit) {
    auto& db = permit.db();
    auto page = new_collection_page(request, db);
    page.sheet = typed_sheet(request.values, page.parts);
    check_collection(page, db, permit.today(), true);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto collection = filled({}, page.sheet, db);
    collection.deadline = *parse_date(page.sheet["do"]);
    auto author = author_of(permit);
    add(author, collection);
    if (page.sheet["obvykle"] == "ano") ask_for_network(author, collection.id, *request.texts);
    note_done(permit, "network.collection_added", collection.id.uuid);
    return http::redirect(address_of(collection), "?hotovo=zalozeno");
}

http::Response show_edit_collection(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto network = collection.network_id ? find_network(db, *collection.network_id) : std::nullopt;
    SheetPage page{collection.title,
                   "collection.edit",
                   address_of(collection, "/upravit"),
                   address_of(collection),
                   collection_parts(db, *request.texts, permit.today(), false),
                   {{"nazev", tidy(collection.title)},
                    {"sit", network ? network->slug : ""},
                    {"dopis", tidy(collection.letter)},
                    {"pripominky", collection.reminder_days}}};
    page.before = page.sheet, page.version = collection.kept.version, page.form_token = request.form_token;
    if (!collection.draft())
        page.notes.push_back({html::Note::info, request.texts->text("collection.edit.opened"),
                              request.texts->text("collection.edit.opened.why")});
    say_saved(request, page);
    return respond(request, page);
}

http::Response edit_collection(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = as_it_is_now(db, permit.about());
    auto network = collection.network_id ? find_network(db, *collection.network_id) : std::nullopt;
    SheetPage page{collection.title,
                   "collection.edit",
                   address_of(collection, "/upravit"),
                   address_of(collection),
                   collection_parts(db, *request.texts, permit.today(), false),
                   {{"nazev", tidy(collection.title)},
                    {"sit", network ? network->slug : ""},
                    {"dopis", tidy(collection.letter)},
                    {"pripominky", collection.reminder_days}}};
    page.before = page.sheet, page.version = collection.kept.version, page.form_token = request.form_token;
    if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    check_collection(page, db, permit.today(), false);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    if (change(author_of(permit), collection, filled(collection, page.sheet, db)))
        note_done(permit, "network.collection_saved", collection.id.uuid);
    return http::redirect(address_of(collection, "/upravit"), "?ulozeno=ano");
}

// --- how far it is
// ---------------------------------------------------------------------------------------------------

DeadlineForm::DeadlineForm(const http::Request& request) : Form{request} {
    auto typed = text("do");
    deadline = parse_coming_date(typed, request.today());
    if (!deadline) problem("do", typed.empty() ? "network.field.missing" : "form.date.unreadable");
    else if (*deadline < request.today()) problem("do", "collection.deadline.past");
}

html::Bar CollectionPage::bar(html::Out& out) const {
    return {out.text("collection.answered.of", std::to_string(answered), std::to_string(all)), answered,
            std::max<std::int64_t>(all, 1)};
}

html::Tag CollectionPage::tag(html::Out& out) const {
    return {state == "open"     ? html::Tag::run
            : state == "closed" ? html::Tag::ok
            : state == "over"   ? html::Tag::part
                                : html::Tag::unknown,
            out.text("collection.state." + state)};
}

html::Field CollectionPage::deadline() const {
    auto field = form.field("do", "collection.deadline.new");
    field.size = 12, field.hint = "form.date.coming";
    return field;
}

html::Pager CollectionPage::pager() const {
    auto address = at() + "?stav=" + state_asked;
    if (!words.empty()) address += "&q=" + http::encoded(words);
    return {address + "&strana=", page, pages};
}

std::string CollectionPage::reminder_words() const {
    std::vector<std::string> days;
    for (auto day : reminders) days.push_back(to_czech(day));
    return text::joined(days);
}

http::PageHead CollectionPage::head(const i18n::Texts&) const {
    return {.title = collection.title, .section = collections_at, .staff = true};
}

namespace {

html::Tag recipient_tag(const std::string& state, const i18n::Texts& texts) {
    auto kind = state == "answered"  ? html::Tag::ok
                : state == "draft"   ? html::Tag::part
                : state == "waiting" ? html::Tag::run
                                     : html::Tag::unknown;
    return {kind, texts.text("collection.recipient.state." + state)};
}

std::vector<RecipientLine> recipient_lines(db::Session& db, const Collection& collection, const i18n::Texts& texts) {
    std::vector<RecipientLine> lines;
    auto answers = answers_of(db, collection.id);
    std::map<Id<CollectionRecipient>, Date> reminded;
    for (auto& reminder : reminders_of(db, collection.id))
        reminded[reminder.recipient_id] = day_in_prague(reminder.kept.created_at);
    for (auto& recipient : recipients_of(db, collection.id)) {
        auto at = answers.find(recipient.id);
        auto answer = at == answers.end() ? std::nullopt : std::optional{at->second};
        RecipientLine line{to_text(recipient.id), recipient.name, recipient.email.value_or(""),
                           state_of(recipient, answer)};
        line.tag = recipient_tag(line.state, texts);
        std::vector<std::string> more;
        if (recipient.sent_at) more.push_back(texts.text("collection.recipient.sent", {to_czech(*recipient.sent_at)}));
        if (auto day = reminded.find(recipient.id); day != reminded.end())
            more.push_back(texts.text("collection.recipient.reminded", {to_czech(day->second)}));
        if (answer && answer->sent_at)
            more.push_back(texts.text("collection.recipient.answered", {to_czech(*answer->sent_at)}));
        if (recipient.apology) more.push_back(*recipient.apology);
        if (!recipient.email) more.push_back(texts.text("collection.recipient.no_email"));
        line.more = text::joined(more, "; ");
        line.removable = !answer;
        lines.push_back(std::move(line));
    }
    return lines;
}

void filter_lines(std::vector<RecipientLine>& lines, const std::string& state, const std::string& words) {
    auto folded = search::fold(words);
    std::erase_if(lines, [&](auto& line) {
        return (!state.empty() && line.state != state) ||
               search::fold(line.name + " " + line.email).find(folded) == std::string::npos;
    });
}

http::Response collection_page(const http::Request& request, const auto& permit, const Collection& collection,
                               const DeadlineForm& form, http::Status status) {
    auto& db = permit.db();
    auto& texts = *request.texts;
    CollectionPage page{collection, form, collection.state(permit.today())};
    if (auto network = collection.network_id ? find_network(db, *collection.network_id) : std::nullopt)
        page.network = network->name, page.network_at = "/site/" + network->slug + "/clenove";
    page.questions = std::int64_t(questions_of(db, collection.id).size());
    page.reminders = reminder_days(collection, permit.today());
    page.recipients = recipient_lines(db, collection, texts);
    page.all = std::int64_t(page.recipients.size());
    for (auto& line : page.recipients) {
        page.without_email += line.email.empty();
        auto& count = line.state == "answered"     ? page.answered
                      : line.state == "draft"      ? page.drafts
                      : line.state == "apologised" ? page.apologised
                      : line.state == "waiting"    ? page.waiting
                                                   : page.unsent;
        ++count;
    }
    page.state_asked = request.asked.first("stav");
    page.words = std::string{text::trimmed(request.asked.first("q").substr(0, 100))};
    filter_lines(page.recipients, page.state_asked, page.words);
    page.found = std::int64_t(page.recipients.size());
    page.pages = pages_for(page.recipients.size(), recipients_on_a_page);
    page.page = page_asked_of(request, page.pages);
    cut_to_page(page.recipients, page.page, recipients_on_a_page);
    page.today = permit.today(), page.form_token = request.form_token;
    auto done = request.asked.first("hotovo");
    for (auto known : {"zalozeno", "otevreno", "prodlouzeno", "uzavreno", "znovu", "pridano", "odebrano"})
        if (done == known) page.done = texts.text("collection.done." + done);
    return respond(request, page, status);
}

}

http::Response show_collection(const http::Request& request, Permit<may::KeepCollection> permit) {
    return collection_page(request, permit, permit.about(), DeadlineForm{}, http::ok);
}

http::Response export_collection(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& collection = permit.about();
    auto lines = recipient_lines(permit.db(), collection, *request.texts);
    filter_lines(lines, request.asked.first("stav"), request.asked.first("q"));
    std::string text;
    csv::write_row(text, {"nazev", "email", "stav", "prubeh"});
    for (auto& line : lines) csv::write_row(text, {line.name, line.email, line.tag.text, line.more});
    return network_file(std::move(text), "prijemci.csv");
}

http::Response act_on_collection(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = as_it_is_now(db, permit.about());
    auto act = request.values.first("ukon");
    auto author = author_of(permit);
    auto words = letter_words(request);
    auto done = [&](const char* what, const char* said) {
        note_done(permit, what, collection.id.uuid);
        return http::redirect(address_of(collection), "?hotovo=", said);
    };
    if (act == "otevrit") {
        if (!collection.draft())
            return http::redirect(address_of(collection),
                                  "?hotovo=otevreno");    // the second click
        if (questions_of(db, collection.id).empty() || recipients_of(db, collection.id).empty() ||
            collection.deadline < permit.today())
            throw Conflict{};
        open_collection(author, collection, words);
        return done("network.collection_opened", "otevreno");
    }
    if (act == "prodlouzit") {
        DeadlineForm form{request};
        if (!form.clean()) return collection_page(request, permit, collection, form, http::unprocessable);
        extend_collection(author, collection, *form.deadline, words);
        return done("network.collection_extended", "prodlouzeno");
    }
    if (act == "uzavrit") {
        if (collection.open()) close_collection(author, collection);
        return done("network.collection_closed", "uzavreno");
    }
    if (act == "znovu") {
        if (collection.closed_at) reopen_collection(author, collection);
        return done("network.collection_reopened", "znovu");
    }
    throw NotFound{};
}

}
