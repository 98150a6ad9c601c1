// Sets the directory twice: first to see on which page each type begins, then to draw.  Nothing but the pages of the
// types is kept between the two.
#include "network/ways_out/directory.hpp"

#include "network/catalogue/catalogue.hpp"
#include "network/public_pages/service_words.hpp"
#include "platform/base/parts.hpp"
#include "platform/documents/pdf.hpp"

#include <fmt/format.h>

namespace network {

std::shared_ptr<void> Press::take() {
    if (busy_.fetch_add(1) >= most) return busy_.fetch_sub(1), nullptr;
    return {this, [](void* press) { static_cast<Press*>(press)->busy_.fetch_sub(1); }};
}

namespace {

using documents::Laid;
using documents::Look;
using documents::Pdf;
using documents::Words;

// The paper, in points.
constexpr double side = 45, top = 62, bottom = Pdf::height - 52, gutter = 22;
constexpr double whole_width = Pdf::width - 2 * side, column_width = (whole_width - gutter) / 2;
constexpr double between_entries = 9, below_heading = 6, line_of_contents = 19;
constexpr int services_of_piece = 8;    // some milliseconds: others wait for the same thread

// The services of one type.
struct Chapter {
    std::string title{};
    std::vector<std::uint32_t> services{};
    int page = 0;    // where it begins, once that is known
};

// What the cover says.
struct CoverWords {
    std::string region{}, title{}, chosen{}, count{}, day{}, address{};
};

// Where the next entry goes: two columns a page.
class Flow {
public:
    explicit Flow(int page) : page_{page} {}

    // Room for so much.  True: it is on a new page.
    bool make_room(double height) {
        if (y_ + height <= bottom || y_ == top) return false;
        y_ = top;
        if (column_ == 0) return column_ = 1, false;
        column_ = 0, ++page_;
        return true;
    }
    void take(double height) { y_ += height; }
    double x() const { return side + column_ * (column_width + gutter); }
    double y() const { return y_; }
    int page() const { return page_; }

private:
    int page_, column_ = 0;
    double y_ = top;
};

class Directory {
public:
    Directory(std::shared_ptr<const CatalogueModel> model, std::vector<Chapter> chapters, CoverWords cover,
              const i18n::Texts& texts, std::string services_address, Instant now, std::shared_ptr<void> press)
        : model_{std::move(model)},
          chapters_{std::move(chapters)},
          cover_{std::move(cover)},
          texts_{texts},
          english_{texts.language() == "en"},
          services_{std::move(services_address)},
          press_{std::move(press)},
          pdf_{{cover_.title + " – " + cover_.region, cover_.region, cover_.chosen, texts.language(), now}} {}

    std::optional<std::string> next() {
        switch (phase_) {
        case Phase::head: phase_ = Phase::cover; break;    // what says that it is a PDF leaves before anything was set
        case Phase::cover: draw_cover(), phase_ = Phase::measuring; break;
        case Phase::measuring:
            if (measure()) phase_ = Phase::contents;
            break;
        case Phase::contents: draw_contents(), phase_ = Phase::services; break;
        case Phase::services:
            if (draw_services()) phase_ = Phase::end;
            break;
        case Phase::end:
            pdf_.end("Document");
            pdf_.finish();
            rest_ = pdf_.take();
            phase_ = Phase::rest;
            [[fallthrough]];
        case Phase::rest: return of_rest();
        }
        return pdf_.take();
    }

private:
    enum class Phase { head, cover, measuring, contents, services, end, rest };

    // One service as it will stand.
    struct Entry {
        Laid name, details, summary;
        double height() const { return name.height() + details.height() + summary.height() + between_entries; }
    };

    // What Cairo keeps to the end – letters, bookmarks, the structure – leaves in pieces too.
    std::optional<std::string> of_rest() {
        constexpr std::size_t piece = 64 * 1024;
        if (rest_at_ >= rest_.size()) return {};
        auto part = rest_.substr(rest_at_, piece);
        rest_at_ += piece;
        return part;
    }

    std::string say(const char* key, const std::vector<std::string>& values = {}) const {
        return texts_.text(key, values);
    }

    void running_head() {
        pdf_.draw(pdf_.lay({cover_.title + " – " + cover_.region, Look::small, whole_width * 0.7, 1}), side, 32,
                  nullptr);
        Words number{fmt::format("{} / {}", pdf_.page(), pages_), Look::small, whole_width * 0.3, 1};
        number.to_the_right = true;
        pdf_.draw(pdf_.lay(number), side + whole_width * 0.7, 32, nullptr);
        pdf_.line(side, 46, whole_width);
    }

    double paragraph(Words words, double y, const char* element) {
        words.width = whole_width;
        auto laid = pdf_.lay(std::move(words));
        pdf_.draw(laid, side, y, element);
        return y + laid.height();
    }

    void draw_cover() {
        pdf_.begin("Document");
        auto y = paragraph({cover_.region, Look::heading}, 130, "P");
        y = paragraph({cover_.title, Look::cover}, y + 8, "H1");
        if (!cover_.chosen.empty()) y = paragraph({cover_.chosen, Look::heading, 0, 12}, y + 16, "P");
        y = paragraph({cover_.count, Look::reading}, y + 24, "P");
        y = paragraph({cover_.day, Look::reading}, y + 4, "P");
        constexpr double code_side = 130;
        std::optional<documents::QrCode> code;
        if (cover_.address.size() < 600) code.emplace(cover_.address);    // a longer one would be too fine to print
        if (code) pdf_.draw(*code, side - 12, y + 30, code_side);
        auto words = pdf_.lay({say("directory.scan"), Look::reading, whole_width - code_side - 10});
        Words address{cover_.address, Look::text, whole_width - code_side - 10, 6};
        address.link = cover_.address;
        auto link = pdf_.lay(address);
        pdf_.draw(words, side + code_side, y + 48, "P");
        pdf_.draw(link, side + code_side, y + 56 + words.height(), "P");
        y = Pdf::height - 190;
        pdf_.line(side, y, whole_width);
        y = paragraph({say("directory.crisis"), Look::reading}, y + 12, "P");
        y = paragraph({say("directory.warning"), Look::text}, y + 10, "P");
        paragraph({say("directory.licence"), Look::text}, y + 6, "P");
        pdf_.next_page();
    }

    static constexpr std::size_t lines_of_contents = std::size_t((bottom - top - 40) / line_of_contents);

    int first_page_of_services() const {
        return 2 + int((chapters_.size() + lines_of_contents - 1) / lines_of_contents);
    }

    // A row of pieces of work at a time.  True: done.
    bool measure() {
        if (!flow_) flow_.emplace(first_page_of_services());
        for (int n = 0; n < services_of_piece; ++n) {
            if (chapter_ == chapters_.size()) {
                pages_ = chapters_.empty() ? 2 : flow_->page();    // the cover, and that there is nothing
                flow_.reset(), chapter_ = at_ = 0;
                return true;
            }
            auto& chapter = chapters_[chapter_];
            auto height = set(chapter.services[at_]).height();
            auto heading = at_ == 0 ? heading_of(chapter).height() + below_heading : 0;
            flow_->make_room(heading + height);
            if (at_ == 0) chapter.page = flow_->page();
            flow_->take(heading + height);
            step();
        }
        return false;
    }

    void step() {
        if (++at_ == chapters_[chapter_].services.size()) at_ = 0, ++chapter_;
    }

    void draw_contents() {
        running_head();
        pdf_.bookmark(say("directory.contents"), top);
        auto y = paragraph({say("directory.contents"), Look::title}, top, "H1") + 14;
        if (chapters_.empty()) paragraph({say("directory.nothing"), Look::reading}, y, "P");
        std::size_t n = 0;
        for (auto& chapter : chapters_) {
            if (n > 0 && n % lines_of_contents == 0) pdf_.next_page(), running_head(), y = top;
            ++n;
            Words title{chapter.title, Look::text, whole_width - 60, 1},
                page{std::to_string(chapter.page), Look::text, 50};
            title.to_page = page.to_page = chapter.page;
            page.to_the_right = true;
            pdf_.begin("P");
            pdf_.draw(pdf_.lay(title), side, y, nullptr);
            pdf_.draw(pdf_.lay(page), side + whole_width - 50, y, nullptr);
            pdf_.end("P");
            pdf_.line(side, y + 14, whole_width);
            y += line_of_contents;
        }
    }

    Laid heading_of(const Chapter& chapter) const { return pdf_.lay({chapter.title, Look::heading, column_width, 4}); }

    Entry set(std::uint32_t at) const {
        auto& entry = model_->entry(at);
        Words name{html::czech_typography(entry.name), Look::name, column_width, 4};
        name.link = services_ + entry.slug;
        std::vector<std::string> groups, lines;
        for (auto& group : model_->groups())
            if (group.services.has(at)) groups.push_back(english_ ? group.label_en : group.label);
        constexpr std::size_t most_groups = 6;
        bool more = groups.size() > most_groups;
        if (more) groups.resize(most_groups);
        auto add = [&](const char* key, const std::string& value) {
            if (!value.empty()) lines.push_back(say(key, {html::czech_typography(value)}));
        };
        auto kind = english_ ? entry.english.kind : entry.kind;
        lines.push_back(html::czech_typography(text::joined(std::vector{entry.provider, kind}, " · ")));
        add("directory.for_whom", text::joined(groups) + (more ? " " + say("directory.and_others") : ""));
        add("directory.ages", english_ ? entry.english.ages : entry.ages);
        add("directory.where", entry.address.empty() ? entry.places : entry.address);
        if (!entry.address.empty() && !entry.places.empty()) add("directory.reaches", entry.places);
        add("directory.telephone", entry.telephone);
        add("directory.hours", english_ ? entry.english.hours : entry.hours);
        if (entry.invented) lines.push_back(say("directory.invented"));
        Words details{text::joined(lines, "\n"), Look::text, column_width, 3},    // of each line
            summary{html::czech_typography(entry.summary), Look::small, column_width, 6};
        Entry laid{pdf_.lay(std::move(name)), pdf_.lay(std::move(details)), {}};
        if (!entry.summary.empty()) laid.summary = pdf_.lay(std::move(summary));
        return laid;
    }

    bool draw_services() {
        if (!flow_) {
            flow_.emplace(first_page_of_services());
            if (!chapters_.empty()) pdf_.next_page(), running_head();
        }
        for (int n = 0; n < services_of_piece; ++n) {
            if (chapter_ == chapters_.size()) return true;
            auto& chapter = chapters_[chapter_];
            auto entry = set(chapter.services[at_]);
            Laid heading;
            if (at_ == 0) heading = heading_of(chapter);
            auto of_heading = at_ == 0 ? heading.height() + below_heading : 0;
            if (flow_->make_room(of_heading + entry.height())) pdf_.next_page(), running_head();
            if (at_ == 0) {
                pdf_.begin("Sect");
                pdf_.bookmark(chapter.title, flow_->y());
                pdf_.draw(heading, flow_->x(), flow_->y(), "H2");
                flow_->take(of_heading);
            }
            auto y = flow_->y();
            pdf_.draw(entry.name, flow_->x(), y, "H3");
            pdf_.draw(entry.details, flow_->x(), y + entry.name.height(), "P");
            if (entry.summary.height() > 0)
                pdf_.draw(entry.summary, flow_->x(), y + entry.name.height() + entry.details.height(), "P");
            flow_->take(entry.height());
            step();
            if (at_ == 0) pdf_.end("Sect");
        }
        return false;
    }

    std::shared_ptr<const CatalogueModel> model_;
    std::vector<Chapter> chapters_;
    CoverWords cover_;
    const i18n::Texts& texts_;
    bool english_;
    std::string services_;    // ends where a slug goes
    std::shared_ptr<void> press_;
    Pdf pdf_;
    Phase phase_ = Phase::head;
    std::optional<Flow> flow_{};
    std::size_t chapter_ = 0, at_ = 0;
    int pages_ = 0;
    std::string rest_{};
    std::size_t rest_at_ = 0;
};

// Each service once, by types in the order of the law.
std::vector<Chapter> chapters_of(const CatalogueModel& model, const std::vector<std::uint32_t>& found,
                                 const i18n::Texts& texts) {
    std::vector<Chapter> chapters;
    std::unordered_map<std::string, std::size_t> places;
    for (auto& type : model.types()) {
        places[type.list_code] = chapters.size();
        auto paragraph = paragraph_of(model.code_lists(), type.list_code);
        auto name = type_words(model.code_lists(), type.list_code, texts);
        if (!paragraph.empty()) paragraph += ' ';
        chapters.push_back({html::czech_typography(paragraph + name)});
    }
    for (auto at : found) {
        auto place = places.find(model.entry(at).type_code);
        if (place == places.end()) {    // a type whose validity ended goes by its own name
            place = places.emplace(model.entry(at).type_code, chapters.size()).first;
            chapters.push_back({model.entry(at).type});
        }
        chapters[place->second].services.push_back(at);
    }
    std::erase_if(chapters, [](auto& chapter) { return chapter.services.empty(); });
    return chapters;
}

// What was chosen, in words.
std::string chosen_words(const Findings& findings, const CatalogueQuery& query, const i18n::Texts& texts) {
    bool english = texts.language() == "en";
    std::vector<std::string> words;
    if (!findings.place.empty()) words.push_back(texts.text("directory.chosen.place", {findings.place}));
    if (!query.words.empty()) words.push_back(texts.text("directory.chosen.words", {query.words}));
    for (auto facet : {&findings.types, &findings.forms, &findings.groups, &findings.regions})
        for (auto& value : *facet)
            if (value.chosen) words.push_back(english ? value.value->label_en : value.value->label);
    if (query.age) words.push_back(texts.text("catalogue.age_chosen", {std::to_string(*query.age)}));
    if (query.free_now) words.push_back(texts.text("catalogue.availability.now"));
    return html::czech_typography(text::joined(words, " · "));
}

constexpr const char* pdf_type = "application/pdf";

}

http::Response print_directory(const http::Request& request, Permit<auth::may::Read> permit) {
    auto& texts = *request.texts;
    auto press = request.use<Press>().take();
    if (!press) {
        http::Response busy{http::unavailable, texts.text("directory.busy") + "\n", "text/plain; charset=utf-8"};
        busy.headers.emplace_back("Retry-After", "20");
        return busy;
    }
    auto model = request.use<Catalogue>().model(permit.db());
    CatalogueQuery::Problems problems;
    auto query = CatalogueQuery::read(request.asked, problems);
    auto findings = model->find(query);
    auto& facts = *request.facts;
    CoverWords cover{region_words(facts.region_code, facts.region_name, texts), texts.text("directory.title"),
                     chosen_words(findings, query, texts)};
    cover.count = texts.text("catalogue.count", {std::to_string(findings.total)}, std::int64_t(findings.total));
    cover.day = texts.text("directory.as_of", {to_czech(permit.today())});
    query.page = 1;
    cover.address = facts.public_url + query.address();
    auto directory =
        std::make_shared<Directory>(model, chapters_of(*model, model->find_all(query), texts), std::move(cover), texts,
                                    facts.public_url + "/sluzby/", request.now, std::move(press));
    http::Response response{http::ok, {}, pdf_type};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"sluzby.pdf\"");
    response.pieces = [directory] { return directory->next(); };
    return response;
}

}
