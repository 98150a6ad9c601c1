// What the templates ask for.
#include "network/register/register_pages.hpp"

#include "network/register/register_regions.hpp"
#include "platform/http/reading.hpp"

namespace network {

namespace {

html::Tag state_tag(html::Out& out, const RegisterImport& import) {
    auto kind = import.state == "applied"                               ? html::Tag::ok
                : import.state == "failed" || import.state == "refused" ? html::Tag::bad
                : import.under_way()                                    ? html::Tag::run
                : import.state == "ready"                               ? html::Tag::part
                                                                        : html::Tag::unknown;
    return {kind, out.text("register.state." + import.state)};
}

std::string scope_text(html::Out& out, const RegisterImport& import) {
    return import.region_code ? register_region_name(*import.region_code) : out.text("register.scope.country");
}

}

http::PageHead RegisterImportsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("register.title"), .section = "/sprava/registr", .staff = true};
}

html::RadioGroup RegisterImportsPage::scope(html::Out& out) const {
    html::RadioGroup group;
    group.name = "rozsah", group.label = "register.scope", group.value = form.own_region ? "kraj" : "cr";
    group.choices = {{"cr", out.text("register.scope.country")},
                     {"kraj", out.text("register.scope.region", region_name)}};
    return group;
}

files::FileField RegisterImportsPage::file_field() const {
    return {{"soubor", "register.upload.file", "", form.problem_of("soubor"), "register.upload.hint"},
            files::round_bytes(http::upload_most)};
}

html::Table RegisterImportsPage::table(html::Out& out) const {
    html::Table table{
        out.text("register.imports"),
        {{"register.file"}, {"register.day"}, {"register.scope"}, {"register.state"}, {"register.differences", true}},
        {}};
    table.folds = table.caption_is_above = true;
    for (auto& import : imports)
        table.rows.push_back({{import.file_name, "/sprava/registr/" + to_text(import.id)},
                              {to_czech(day_in_prague(import.kept.created_at))},
                              {scope_text(out, import)},
                              {"", "", state_tag(out, import)},
                              {import.read_at ? std::to_string(import.differences()) : ""}});
    return table;
}

// --- one import ------------------------------------------------------------------------------------------------------

http::PageHead RegisterImportPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("register.import.title", {import.file_name}),
            .section = "/sprava/registr",
            .staff = true,
            .again_seconds = runs() ? 2 : 0};
}

std::string DifferenceFilter::address(const RegisterImport& import, std::string_view change) const {
    auto address = "/sprava/registr/" + to_text(import.id) + "?";
    if (!change.empty()) return address + std::string{change};
    if (!kind.empty()) address += "druh=" + http::encoded(kind) + "&";
    if (!place.empty()) address += "uzemi=" + http::encoded(place) + "&";
    return address;
}

std::string RegisterImportPage::error_text(html::Out& out) const {
    auto texts = texts_from_json(import.error_values.value_or("[]"));
    texts.resize(std::max<std::size_t>(texts.size(), 4));
    return out.text(import.error_key.value_or("register.error.unreadable"), texts[0], texts[1], texts[2], texts[3]);
}

std::string RegisterImportPage::note_text(html::Out& out, const ImportNote& note) const {
    auto texts = texts_from_json(note.note_values);
    texts.resize(std::max<std::size_t>(texts.size(), 4));
    auto text = out.text(note.kind, texts[0], texts[1], texts[2], texts[3]);
    return note.times > 1 ? text + " (" + std::to_string(note.times) + "×)" : text;
}

std::string RegisterImportPage::place_name(html::Out& out, const std::string& code) const {
    if (code.empty() || code == "-") return out.text("register.no_place");
    auto district = place_names.find(code);
    return district == place_names.end() ? register_region_name(code) : out.text("register.district", district->second);
}

html::Tag RegisterImportPage::state(html::Out& out) const { return state_tag(out, import); }

html::Bar RegisterImportPage::bar(html::Out& out) const {
    auto done = job ? job->done_steps : 0, all = job ? job->all_steps : 0;
    return {out.text("register.progress", std::to_string(done), std::to_string(std::max(done, all))), done,
            std::max<std::int64_t>({done, all, 1})};
}

html::Stats RegisterImportPage::stats() const {
    auto number = [](std::int64_t count) { return std::to_string(count); };
    return {{{"register.kind.new", number(import.new_count)},
             {"register.kind.changed", number(import.changed_count)},
             {"register.kind.ended", number(import.ended_count)},
             {"register.kind.vanished", number(import.vanished_count)},
             {"register.kind.suspicious", number(import.suspicious_count)},
             {"register.kind.unchanged", number(import.unchanged_count)}}};
}

html::Table RegisterImportPage::by_territory(html::Out& out) const {
    html::Table table{out.text("register.by_territory"), {{"register.territory"}}, {}};
    table.caption_is_above = true;
    for (auto kind : difference_kinds) table.columns.push_back({std::string{"register.kind."} + kind, true});
    for (auto& line : territory) {
        auto code = line.code.empty() ? "-" : line.code;
        html::Row row{{place_name(out, code), filter.address(import, "uzemi=" + code + "#rozdily")}};
        for (auto kind : difference_kinds) row.push_back({std::to_string(line.count(kind))});
        table.rows.push_back(std::move(row));
    }
    return table;
}

html::Select RegisterImportPage::kinds(html::Out& out) const {
    html::Select select;
    select.name = "druh", select.label = "register.filter.kind", select.value = filter.kind;
    select.choices.push_back({"", out.text("register.filter.any")});
    for (auto kind : difference_kinds) select.choices.push_back({kind, out.text(std::string{"register.kind."} + kind)});
    return select;
}

html::Select RegisterImportPage::places(html::Out& out) const {
    html::Select select;
    select.name = "uzemi", select.label = "register.territory", select.value = filter.place;
    select.choices.push_back({"", out.text("register.filter.everywhere")});
    for (auto& line : territory) {
        auto code = line.code.empty() ? "-" : line.code;
        select.choices.push_back({code, place_name(out, code)});
    }
    return select;
}

html::Pager RegisterImportPage::pager() const {
    return {filter.address(import) + "strana=", filter.page, (found + page_size - 1) / page_size};
}

html::ErrorSummary RegisterImportPage::problems() const {
    html::ErrorSummary summary;
    if (drop_not_ticked) summary.problems.push_back({"pokles", "register.drop.tick"});
    return summary;
}

html::Tag DifferenceItem::tag(html::Out& out) const {
    auto kind = difference.kind == "new"          ? html::Tag::ok
                : difference.kind == "changed"    ? html::Tag::run
                : difference.kind == "vanished"   ? html::Tag::bad
                : difference.kind == "suspicious" ? html::Tag::part
                                                  : html::Tag::unknown;
    return {kind, out.text("register.kind_of_one." + difference.kind)};
}

bool DifferenceItem::waits() const {
    return difference.kind == "suspicious" && difference.staged && import && !import->under_way() &&
           import->state != "cancelled" && !(difference.applied_at && difference.decided == "accept");
}

}
