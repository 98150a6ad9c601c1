// Keeps what is asked, shows what was answered, and takes it over into the network.
#include "network/collections/collection_pages.hpp"
#include "network/public_pages/service_words.hpp"
#include "network/service_networks/listed_capacity.hpp"
#include "platform/base/csv.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

std::string at_collection(const Collection& collection, const std::string& rest = "") {
    return "/sprava/sbery/" + to_text(collection.id) + rest;
}

std::vector<html::Choice> coded(const char* family, std::span<const char* const> codes, const i18n::Texts& texts) {
    std::vector<html::Choice> choices;
    for (auto code : codes) choices.push_back({code, texts.text(std::string{family} + code)});
    return choices;
}

SheetPage question_page(const http::Request& request, const Collection& collection,
                        const CollectionQuestion* question) {
    auto& texts = *request.texts;
    auto meanings = coded("collection.meaning.", question_meanings, texts);
    meanings.insert(meanings.begin(), {"", texts.text("collection.meaning.none")});
    SheetParts parts{{"collection.question.part",
                      {{"otazka", "collection.question", Control::line, "", false},
                       {"napoveda", "collection.question.hint"},
                       {"druh", "collection.question.kind", Control::one_of, "", false,
                        coded("collection.kind.", question_kinds, texts)},
                       {"moznosti", "collection.question.choices", Control::area, "collection.question.choices.hint"},
                       {"za_sluzbu", "collection.question.per_service", Control::tick},
                       {"povinna", "collection.question.needed", Control::tick},
                       {"poradi", "collection.question.position", Control::number},
                       {"vyznam", "collection.question.meaning", Control::one_of, "collection.question.meaning.hint",
                        true, meanings}}}};
    Sheet sheet{{"druh", "text"}};
    if (question)
        sheet = {{"otazka", tidy(question->label)},
                 {"napoveda", tidy(question->hint.value_or(""))},
                 {"druh", question->kind},
                 {"moznosti", tidy(question->choices)},
                 {"za_sluzbu", question->per_service ? "ano" : ""},
                 {"povinna", question->needed ? "ano" : ""},
                 {"poradi", std::to_string(question->position)},
                 {"vyznam", question->meaning.value_or("")}};
    SheetPage page{question ? question->label : "",
                   question ? "collection.question.edit" : "collection.question.new",
                   at_collection(collection, question ? "/otazky/" + to_text(question->id) : "/otazky/nova"),
                   at_collection(collection, "/otazky"),
                   std::move(parts),
                   sheet};
    if (question) page.before = page.sheet, page.version = question->kept.version;
    page.form_token = request.form_token;
    page.links = {{texts.text("collection.questions"), at_collection(collection, "/otazky")}};
    return page;
}

std::optional<CollectionQuestion> question_asked(const http::Request& request, db::Session& db,
                                                 const Collection& collection) {
    if (request.parameter("otazka") == "nova") return {};
    auto wanted = request.id<CollectionQuestion>("otazka");
    for (auto& question : questions_of(db, collection.id))
        if (question.id == wanted) return question;
    throw NotFound{};
}

void check_question(SheetPage& page) {
    auto& sheet = page.sheet;
    auto known = [](std::span<const char* const> codes, const std::string& code) {
        return std::ranges::any_of(codes, [&](auto one) { return code == one; });
    };
    if (sheet["otazka"].empty()) page.problems.push_back({"otazka", "network.field.missing"});
    if (!known(question_kinds, sheet["druh"])) page.problems.push_back({"druh", "edit.choice.unknown"});
    if (sheet["druh"] == "choice" && text::parted(sheet["moznosti"], "\n").size() < 2)
        page.problems.push_back({"moznosti", "collection.question.choices.missing"});
    if (!sheet["vyznam"].empty() && !known(question_meanings, sheet["vyznam"]))
        page.problems.push_back({"vyznam", "edit.choice.unknown"});
    if (!sheet["poradi"].empty() && !whole_number(sheet["poradi"], 1000))
        page.problems.push_back({"poradi", "form.number.unreadable"});
    for (auto& [name, typed] : sheet)
        if (typed.size() > (name == "moznosti" ? longest_text : longest_line))
            page.problems.push_back({name, "edit.too_long"});
}

// Expects a sheet without problems.
CollectionQuestion filled(CollectionQuestion question, const Sheet& sheet, std::int64_t last) {
    question.label = value_in(sheet, "otazka"), question.hint = text_or_nothing(value_in(sheet, "napoveda"));
    question.kind = value_in(sheet, "druh"), question.choices = value_in(sheet, "moznosti");
    question.per_service = value_in(sheet, "za_sluzbu") == "ano", question.needed = value_in(sheet, "povinna") == "ano";
    question.position = whole_number(value_in(sheet, "poradi"), 1000).value_or(last + 1);
    question.meaning = text_or_nothing(value_in(sheet, "vyznam"));
    return question;
}

}

http::Response list_questions(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& collection = permit.about();
    auto& texts = *request.texts;
    NetworkBoardPage page{
        texts.text("collection.questions"),
        texts.text(collection.draft() ? "collection.questions.lead" : "collection.questions.locked"),
        "/sprava/sbery",
        {{texts.text("collection.list"), "/sprava/sbery"}, {collection.title, at_collection(collection)}}};
    if (collection.draft())
        page.links = {{texts.text("collection.question.new"), at_collection(collection, "/otazky/nova")}};
    page.empty = "collection.questions.none", page.empty_why = "collection.questions.none.why";
    page.saved = request.asked.first("ulozeno") == "ano";
    html::Table table{page.title,
                      {{"collection.question"},
                       {"collection.question.kind"},
                       {"collection.question.about"},
                       {"collection.question.needed"},
                       {"collection.question.meaning"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& question : questions_of(permit.db(), collection.id))
        table.rows.push_back(
            {{question.label, collection.draft() ? at_collection(collection, "/otazky/" + to_text(question.id)) : ""},
             {texts.text("collection.kind." + question.kind)},
             {texts.text(question.per_service ? "collection.question.of_service" : "collection.question.of_recipient")},
             {question.needed ? texts.text("form.yes") : ""},
             {question.meaning ? texts.text("collection.meaning." + *question.meaning) : ""}});
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

http::Response show_question(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto question = question_asked(request, permit.db(), permit.about());
    if (!permit.about().draft()) return http::redirect(at_collection(permit.about(), "/otazky"));
    auto page = question_page(request, permit.about(), question ? &*question : nullptr);
    return respond(request, page);
}

http::Response edit_question(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = *find_collection(db, permit.about().id);
    if (!collection.draft()) throw Conflict{};    // people answer it already
    auto question = question_asked(request, db, collection);
    auto page = question_page(request, collection, question ? &*question : nullptr);
    if (question) {
        if (auto conflict = saved_meanwhile(request, page)) return *conflict;
    } else page.sheet = typed_sheet(request.values, page.parts);
    check_question(page);
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto all = questions_of(db, collection.id);
    auto last = all.empty() ? 0 : all.back().position;
    auto author = author_of(permit);
    if (question) change(author, *question, filled(*question, page.sheet, last));
    else {
        auto fresh = filled({}, page.sheet, last);
        fresh.collection_id = collection.id;
        add(author, fresh);
    }
    note_done(permit, "network.question_saved", collection.id.uuid);
    return http::redirect(at_collection(collection, "/otazky"), "?ulozeno=ano");
}

http::Response remove_question(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto collection = *find_collection(db, permit.about().id);
    if (!collection.draft()) throw Conflict{};
    auto id = request.id<CollectionQuestion>("otazka");
    for (auto& question : questions_of(db, collection.id)) {
        if (question.id != id) continue;
        db.run("DELETE FROM collection_questions WHERE id = $1", id);
        history::note(author_of(permit), Collection::table, collection.id.uuid, "changed",
                      {{"question", question.label, {}}});
        note_done(permit, "network.question_removed", collection.id.uuid);
    }
    return http::redirect(at_collection(collection, "/otazky"), "?ulozeno=ano");
}

// --- what came
// -------------------------------------------------------------------------------------------------------

namespace {

struct AnswerRow {
    std::string recipient, about, about_at;
    std::vector<std::string> cells;    // by question
    Instant sent_at;
};

// One row of those who answered for themselves, and one for each service.
std::vector<AnswerRow> answer_rows(db::Session& db, const Collection& collection,
                                   const std::vector<CollectionQuestion>& questions, const i18n::Texts& texts) {
    std::vector<AnswerRow> rows;
    auto answers = answers_of(db, collection.id);
    for (auto& recipient : recipients_of(db, collection.id)) {
        auto answer = answers.find(recipient.id);
        if (answer == answers.end() || !answer->second.sent_at) continue;
        auto said = answer->second.values();
        auto row = [&](const std::optional<Service>& service) {
            AnswerRow row{recipient.name,
                          service ? service->name : "",
                          service ? "/sluzby/" + service->slug : "",
                          {},
                          *answer->second.sent_at};
            bool anything = false;
            for (auto& question : questions) {
                auto at = question.per_service == service.has_value()
                              ? said.find(said_key(question, service ? std::optional{service->id} : std::nullopt))
                              : said.end();
                row.cells.push_back(at == said.end() ? "" : answer_words(question, at->second, texts));
                anything |= at != said.end();
            }
            if (anything) rows.push_back(std::move(row));
        };
        for (auto& service : services_asked(db, recipient, collection.deadline)) row(service);
        row({});
    }
    return rows;
}

}

http::Response list_answers(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto& texts = *request.texts;
    NetworkBoardPage page{
        texts.text("collection.answers"),
        texts.text("collection.answers.lead"),
        "/sprava/sbery",
        {{texts.text("collection.list"), "/sprava/sbery"}, {collection.title, at_collection(collection)}}};
    page.links = {{texts.text("network.csv"), at_collection(collection, "/odpovedi.csv")}};
    if (collection.network_id)
        page.links.push_back({texts.text("collection.take_over"), at_collection(collection, "/prevzit")});
    page.empty = "collection.answers.none", page.empty_why = "collection.answers.none.why";
    auto questions = questions_of(db, collection.id);
    html::Table table{page.title, {{"collection.recipient.name"}, {"network.service"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& question : questions) table.columns.push_back({question.label});
    for (auto& row : answer_rows(db, collection, questions, texts)) {
        html::Row cells{{row.recipient}, {row.about, row.about_at}};
        for (auto& cell : row.cells) cells.push_back({cell});
        table.rows.push_back(std::move(cells));
    }
    page.tables.push_back(std::move(table));
    return respond(request, page);
}

http::Response export_answers(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto questions = questions_of(db, collection.id);
    std::string text;
    std::vector<std::string> head{"prijemce", "sluzba", "odeslano"};
    for (auto& question : questions) head.push_back(question.label);
    csv::write_row(text, head);
    for (auto& row : answer_rows(db, collection, questions, *request.texts)) {
        std::vector<std::string> cells{row.recipient, row.about, to_iso(day_in_prague(row.sent_at))};
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        csv::write_row(text, cells);
    }
    return network_file(std::move(text), "odpovedi.csv");
}

// --- into the network
// ------------------------------------------------------------------------------------------------

http::PageHead TakeOverPage::head(const i18n::Texts& texts) const {
    return {.title = collection.title + " – " + texts.text("collection.take_over"),
            .section = "/sprava/sbery",
            .staff = true};
}

namespace {

const char* what_of(NetworkWish::Kind kind) {
    switch (kind) {
    case NetworkWish::enters: return "collection.wish.enters";
    case NetworkWish::changes: return "collection.wish.changes";
    case NetworkWish::leaves: return "collection.wish.leaves";
    case NetworkWish::stays: return "collection.wish.stays";
    case NetworkWish::proposes: return "collection.wish.proposes";
    }
    return "collection.wish.stays";
}

ServiceNetwork network_of(db::Session& db, const Collection& collection, const User& user) {
    auto network = collection.network_id ? find_network(db, *collection.network_id) : std::nullopt;
    if (!network) throw NotFound{};
    if (auto view = NetworkInView::find(db, network->slug); !view || !view->kept_by(user)) throw Forbidden{};
    return *network;
}

}

http::Response show_taking_over(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto& texts = *request.texts;
    auto network = network_of(db, collection, permit.user());
    auto lists = CodeLists::read(db, permit.today());
    TakeOverPage page{collection, network};
    page.form_token = request.form_token;
    for (auto& wish : wishes_of(db, collection, network)) {
        WishLine line{wish.key, wish.recipient.name, texts.text(what_of(wish.kind))};
        if (wish.service) line.who = wish.service->name + ", " + wish.recipient.name;
        auto wanted = text::joined(capacity_lines(wish.capacities, lists, texts.language()));
        if (wish.kind == NetworkWish::changes)
            line.detail =
                texts.text("collection.wish.from_to",
                           {text::joined(capacity_lines(wish.member->capacities, lists, texts.language())), wanted});
        else if (wish.kind == NetworkWish::proposes)
            line.detail = wish.proposal_name + (wanted.empty() ? "" : " (" + wanted + ")");
        else if (wish.kind == NetworkWish::enters) line.detail = wanted;
        line.reason = wish.reason, line.done = wish.done, line.ticked = !wish.done;
        page.open += !wish.done;
        page.lines.push_back(std::move(line));
    }
    if (auto done = whole_number(request.asked.first("prevzato"), 1'000'000))
        page.done = texts.text("collection.taken", {std::to_string(*done)}, *done);
    return respond(request, page);
}

http::Response take_answers_over(const http::Request& request, Permit<may::KeepCollection> permit) {
    auto& db = permit.db();
    auto& collection = permit.about();
    auto network = network_of(db, collection, permit.user());
    auto ticked = request.values.all("odpoved");
    auto author = author_of(permit);
    std::int64_t done = 0;
    for (auto& wish : wishes_of(db, collection, network))
        if (std::ranges::find(ticked, wish.key) != ticked.end() && take_over(author, collection, network, wish)) ++done;
    note_done(permit, "network.answers_taken_over", collection.id.uuid);
    return http::redirect(at_collection(collection, "/prevzit"), "?prevzato=", std::to_string(done));
}

}
