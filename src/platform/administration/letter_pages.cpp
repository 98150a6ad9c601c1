// Lists letters, shows one, sends it again or throws it away.
#include "platform/administration/letter_pages.hpp"

#include "platform/documents/table_file.hpp"
#include "platform/mail/postman.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>
#include <charconv>

namespace auth {

namespace {

constexpr std::int64_t letters_of_page = 50, letters_of_file = 50'000;
constexpr std::string_view letter_states[] = {"waiting", "sent", "failed", "held", "discarded"};

// What was typed as a pattern that finds just that.
std::string containing(std::string_view words) {
    std::string pattern{"%"};
    for (char c : words) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

std::int64_t count_letters(db::Session& db, const LetterFilter& filter) {
    return db.one<std::int64_t>("SELECT count(*) FROM letters WHERE ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2)"
                                " AND (lower(recipient) LIKE $3 ESCAPE '!' OR lower(subject) LIKE $3 ESCAPE '!')",
                                filter.state, filter.kind, containing(filter.words));
}

std::vector<ListedLetter> letters_of(db::Session& db, const LetterFilter& filter, std::int64_t most,
                                     std::int64_t skip) {
    return db.all<ListedLetter>(
        "SELECT id, recipient, subject, kind, state, attempts, last_error, next_attempt_at, ended_at, created_at"
        " FROM letters WHERE ($1 = '' OR state = $1) AND ($2 = '' OR kind = $2)"
        " AND (lower(recipient) LIKE $3 ESCAPE '!' OR lower(subject) LIKE $3 ESCAPE '!')"
        " ORDER BY CASE WHEN $4 = 'komu' THEN recipient END, CASE WHEN $4 = 'stav' THEN state END,"
        " CASE WHEN $4 = 'nejstarsi' THEN created_at END, created_at DESC, id DESC LIMIT $5 OFFSET $6",
        filter.state, filter.kind, containing(filter.words), filter.order, most, skip);
}

html::Tag letter_state(const std::string& state, const html::Out& out) {
    auto kind = state == "sent"      ? html::Tag::ok
                : state == "failed"  ? html::Tag::bad
                : state == "held"    ? html::Tag::part
                : state == "waiting" ? html::Tag::run
                                     : html::Tag::unknown;
    return {kind, out.text("letters.state." + state)};
}

// A kind that brought no words of its own is shown as it is.
std::string letter_kind(const std::string& kind, const html::Out& out) {
    auto key = "letters.kind." + kind, text = out.text(key);
    return text == key ? kind : text;
}

std::string letter_error(const std::string& error, const html::Out& out) {
    if (error.starts_with("smtp.")) return out.text("letters.error.refused", error.substr(5));
    auto key = "letters.error." + error, text = out.text(key);
    return text == key ? error : text;
}

bool postman_has_server(const http::Request& request) {
    auto postman = request.shelf->find<mail::Postman>();
    return postman && postman->has_server();
}

std::vector<LetterLine> letter_lines(const std::string& text, const std::string& public_url) {
    std::vector<LetterLine> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find('\n', at), text.size());
        LetterLine line{text.substr(at, end - at)};
        if (line.text.starts_with(public_url + "/")) line.href = line.text.substr(public_url.size());
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

http::Response letter_answer(const http::Request& request, db::Session& db, Id<mail::QueuedLetter> id,
                             const char* problem = "", http::Status status = http::ok) {
    auto letter = mail::find_letter(db, id);
    if (!letter) throw NotFound{};
    LetterPage page{
        *letter,
        db.all<std::string>("SELECT name FROM letter_attachments WHERE letter_id = $1 ORDER BY position", id),
        {},
        request.form_token};
    if (request.facts->demonstration) page.lines = letter_lines(letter->body, request.facts->public_url);
    else page.letter.body.clear();
    auto done = request.asked.first("hotovo");
    if (done == "znovu") page.done = "letters.done.again";
    if (done == "zahozeno") page.done = "letters.done.discarded";
    page.problem = problem, page.has_server = postman_has_server(request);
    return respond(request, page, status);
}

}

LetterFilter::LetterFilter(const http::Values& asked) : Form{asked} {
    if (!std::ranges::count(letter_states, state)) state.clear();
    if (order != "komu" && order != "stav" && order != "nejstarsi") order.clear();
}

std::string LetterFilter::address(const char* path) const {
    std::string address = std::string{path} + "?";
    for (auto& [name, value] : {std::pair{"stav", &state}, {"druh", &kind}, {"q", &words}, {"razeni", &order}})
        if (!value->empty()) address += std::string{name} + "=" + http::encoded(*value) + "&";
    return address;
}

html::Field LettersPage::words() const {
    auto field = filter.field("q", "letters.words");
    field.type = "search";
    return field;
}

html::Select LettersPage::state(html::Out& out) const {
    html::Select select{{html::Field{"stav", "letters.state", filter.state}, {{"", out.text("letters.any")}}}};
    for (auto state : letter_states)
        select.choices.push_back({std::string{state}, out.text("letters.state." + std::string{state})});
    return select;
}

html::Select LettersPage::kind(html::Out& out) const {
    html::Select select{{html::Field{"druh", "letters.kind", filter.kind}, {{"", out.text("letters.any")}}}};
    for (auto& kind : kinds) select.choices.push_back({kind, letter_kind(kind, out)});
    return select;
}

html::Select LettersPage::order(html::Out& out) const {
    html::Select select{
        {html::Field{"razeni", "letters.order", filter.order}, {{"", out.text("letters.order.newest")}}}};
    for (auto order : {"nejstarsi", "komu", "stav"})
        select.choices.push_back({order, out.text(std::string{"letters.order."} + order)});
    return select;
}

html::Table LettersPage::table(html::Out& out) const {
    html::Table table{out.text("letters.title"),
                      {{"letters.written"},
                       {"letters.recipient"},
                       {"letters.subject"},
                       {"letters.kind"},
                       {"letters.state"},
                       {"letters.attempts", true}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& letter : letters)
        table.rows.push_back({{to_czech(letter.created_at), "/sprava/posta/" + to_text(letter.id)},
                              {letter.recipient},
                              {letter.subject},
                              {letter_kind(letter.kind, out)},
                              {"", "", letter_state(letter.state, out)},
                              {std::to_string(letter.attempts)}});
    return table;
}

http::PageHead LettersPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("letters.title"), .section = "/sprava/posta", .staff = true};
}

http::Response show_letters(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    LetterFilter filter{request.asked};
    LettersPage page{filter, {}, db.all<std::string>("SELECT kind FROM letters GROUP BY kind ORDER BY kind")};
    page.total = count_letters(db, filter);
    page.pages = std::max<std::int64_t>(1, (page.total + letters_of_page - 1) / letters_of_page);
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    page.letters = letters_of(db, filter, letters_of_page, (page.page - 1) * letters_of_page);
    page.has_server = postman_has_server(request), page.demonstration = request.facts->demonstration;
    return respond(request, page);
}

http::Response export_letters(const http::Request& request, Permit<may::Administer> permit) {
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{texts.text("letters.title"),
                           texts.language(),
                           request.now,
                           {{"kdy", "", moment, 18},
                            {"komu", "", text, 30},
                            {"predmet", "", text, 44},
                            {"druh", "", text, 18},
                            {"stav", "", text, 12},
                            {"pokusy", "", number, 8},
                            {"chyba", "", text, 30},
                            {"dalsi_pokus", "", moment, 18},
                            {"skoncilo", "", moment, 18}}};
    for (auto& column : table.columns) column.title = texts.text("letters.column." + column.name);
    table.next = [letters = letters_of(permit.db(), LetterFilter{request.asked}, letters_of_file, 0),
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == letters.size()) return false;
        auto& letter = letters[n++];
        row.push_back(letter.created_at);
        for (auto text : {&letter.recipient, &letter.subject, &letter.kind, &letter.state})
            row.push_back(documents::cell(*text));
        row.push_back(std::int64_t{letter.attempts});
        row.push_back(documents::cell(letter.last_error));
        row.push_back(letter.state == "waiting" ? documents::Cell{letter.next_attempt_at} : documents::Cell{});
        row.push_back(documents::cell(letter.ended_at));
        return true;
    };
    return documents::table_answer(request, std::move(table), "posta");
}

// --- one letter
// --------------------------------------------------------------------------------------------------------

html::Tag LetterPage::state(html::Out& out) const { return letter_state(letter.state, out); }

html::Facts LetterPage::facts(html::Out& out) const {
    html::Facts facts;
    auto add = [&](const char* label, std::string text) { facts.facts.push_back({label, std::move(text)}); };
    add("letters.recipient",
        letter.recipient_name.empty() ? letter.recipient : letter.recipient_name + " <" + letter.recipient + ">");
    add("letters.kind", letter_kind(letter.kind, out));
    add("letters.written", to_czech(letter.kept.created_at));
    add("letters.attempts", std::to_string(letter.attempts));
    if (letter.last_error) add("letters.error", letter_error(*letter.last_error, out));
    if (letter.waits() && has_server) {
        add("letters.next", to_czech(letter.next_attempt_at));
        add("letters.until", to_czech(letter.give_up_at));
    }
    if (letter.ended_at) add("letters.ended", to_czech(*letter.ended_at));
    std::string names;
    for (auto& name : attachments) names += (names.empty() ? "" : ", ") + name;
    if (!names.empty()) add("letters.attachments", names);
    return facts;
}

http::PageHead LetterPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("letters.one"), .section = "/sprava/posta", .staff = true};
}

http::Response show_letter(const http::Request& request, Permit<may::Administer> permit) {
    return letter_answer(request, permit.db(), request.id<mail::QueuedLetter>("dopis"));
}

http::Response change_letter(const http::Request& request, Permit<may::Administer> permit) {
    auto& db = permit.db();
    auto id = request.id<mail::QueuedLetter>("dopis");
    auto act = request.values.first("ukon");
    if (!mail::find_letter(db, id) || (act != "znovu" && act != "zahodit")) throw NotFound{};
    bool again = act == "znovu";
    if (!(again ? mail::send_again(db, id, permit.now()) : mail::discard(db, id, permit.now())))
        return letter_answer(request, db, id, again ? "letters.too_late.again" : "letters.too_late.discard",
                             http::conflict);
    audit::insert(db, permit.trail().row(again ? "mail.sent_again" : "mail.discarded", id.uuid, audit::Outcome::done));
    return http::redirect("/sprava/posta/", id, again ? "?hotovo=znovu" : "?hotovo=zahozeno");
}

}
