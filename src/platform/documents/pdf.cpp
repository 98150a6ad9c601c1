// Pango sets the lines, Cairo writes the pages.
#include "platform/documents/pdf.hpp"

#include "platform/base/utf8.hpp"
#include "platform/documents/hyphenation.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <optional>
#include <stdexcept>

namespace documents {

namespace {

struct LookFacts {
    const char* font;
    double spacing;    // between lines, as a part of the size
    double ink;        // 0 black
};

// Roboto as on the pages; where it is not installed, what the system has.
constexpr LookFacts looks[] = {
    {"Roboto,DejaVu Sans,sans-serif bold 30", 1.15, 0.1},  {"Roboto,DejaVu Sans,sans-serif bold 18", 1.2, 0.1},
    {"Roboto,DejaVu Sans,sans-serif bold 12.5", 1.2, 0.1}, {"Roboto,DejaVu Sans,sans-serif bold 9.5", 1.2, 0.1},
    {"Roboto,DejaVu Sans,sans-serif 11", 1.35, 0.1},       {"Roboto,DejaVu Sans,sans-serif 8.5", 1.25, 0.1},
    {"Roboto,DejaVu Sans,sans-serif 8", 1.25, 0.3}};

// Cairo takes text in quotes within an attribute.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + "'";
}

// Control characters have no shape; bytes that are no UTF-8 no meaning.
std::string shown(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto good = std::min(utf8::first_fault(text), text.size());
        for (char c : text.substr(0, good))
            if (c == '\n') out += " \n";    // who hears the text needs the space
            else if (static_cast<unsigned char>(c) >= 0x20) out += c;
        text.remove_prefix(std::min(good + 1, text.size()));
    }
    return out;
}

template <auto Free>
struct Freed {
    void operator()(auto* thing) const { Free(thing); }
};

}

struct Pdf::Inside {
    std::string out;
    std::string language;
    std::optional<Hyphenation> hyphenation;
    std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>> surface;
    std::unique_ptr<cairo_t, Freed<cairo_destroy>> cairo;
    std::unique_ptr<PangoFontMap, Freed<g_object_unref>> fonts;    // of its own: documents are made on many threads
    std::unique_ptr<PangoContext, Freed<g_object_unref>> context;
    std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>> of_look[std::size(looks)];

    static cairo_status_t keep(void* inside, const unsigned char* bytes, unsigned size) {
        static_cast<Inside*>(inside)->out.append(reinterpret_cast<const char*>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    }

    // Looking for letters takes some milliseconds, so the first byte does not wait for it.
    void open_fonts() {
        if (context) return;
        fonts.reset(pango_cairo_font_map_new());
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.get()), 72);    // a point is a point
        context.reset(pango_font_map_create_context(fonts.get()));
        pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
        pango_context_set_round_glyph_positions(context.get(), false);
        std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>> options{cairo_font_options_create()};
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options.get());
        for (std::size_t n = 0; n < std::size(looks); ++n)
            of_look[n].reset(pango_font_description_from_string(looks[n].font));
        hyphenation.emplace();
    }

    void check() const {
        auto status = cairo_surface_status(surface.get());
        if (status == CAIRO_STATUS_SUCCESS) status = cairo_status(cairo.get());
        if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{cairo_status_to_string(status)};
    }
};

Pdf::Pdf(const PdfFacts& facts) : inside_{std::make_unique<Inside>()} {
    auto& in = *inside_;
    in.language = facts.language;
    in.surface.reset(cairo_pdf_surface_create_for_stream(&Inside::keep, inside_.get(), width, height));
    auto tell = [&](cairo_pdf_metadata_t what, const std::string& value) {
        cairo_pdf_surface_set_metadata(in.surface.get(), what, shown(value).c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, facts.title), tell(CAIRO_PDF_METADATA_AUTHOR, facts.author);
    tell(CAIRO_PDF_METADATA_SUBJECT, facts.subject), tell(CAIRO_PDF_METADATA_CREATOR, "Opora");
    tell(CAIRO_PDF_METADATA_CREATE_DATE, to_iso(facts.made_at).substr(0, 19) + "Z");    // to the second
    in.cairo.reset(cairo_create(in.surface.get()));
}

Pdf::~Pdf() = default;

Laid Pdf::lay(Words words) const {
    auto& in = *inside_;
    in.open_fonts();
    auto& look = looks[int(words.look)];
    Laid laid;
    auto layout = pango_layout_new(in.context.get());
    laid.layout_ = std::shared_ptr<void>{layout, [](void* one) { g_object_unref(one); }};
    pango_layout_set_font_description(layout, in.of_look[int(words.look)].get());
    pango_layout_set_width(layout, int(words.width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout, float(look.spacing));
    if (words.to_the_right) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    if (words.lines > 0) {
        pango_layout_set_height(layout, -words.lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    auto text = shown(words.text);
    bool parts = in.language == "cs" && (words.look == Look::reading || words.look == Look::small);
    if (parts) text = in.hyphenation->soften(text);
    pango_layout_set_text(layout, text.c_str(), int(text.size()));
    PangoRectangle extents;
    pango_layout_get_extents(layout, nullptr, &extents);
    laid.height_ = double(extents.height) / PANGO_SCALE;
    laid.words_ = std::move(words);
    return laid;
}

namespace {

// Soft hyphens that part no word go: Cairo would tell for each what it stands for, and readers stumble over that.
void drop_unused_hyphens(PangoLayout* layout) {
    constexpr std::string_view soft = "\u00AD";
    std::string_view text = pango_layout_get_text(layout);
    if (text.find(soft) == text.npos) return;
    std::string kept;
    std::size_t at = 0;
    for (auto one = pango_layout_get_lines_readonly(layout); one; one = one->next) {
        auto line = static_cast<PangoLayoutLine*>(one->data);
        auto end = std::size_t(line->start_index) + std::size_t(line->length);
        auto words = text.substr(at, end - at);
        bool parted = words.ends_with(soft);
        for (auto found = words.find(soft); found != words.npos; found = words.find(soft)) {
            kept += words.substr(0, found);
            words.remove_prefix(found + soft.size());
        }
        kept += words;
        if (parted) kept += soft;
        at = end;
    }
    kept += text.substr(at);
    pango_layout_set_text(layout, kept.c_str(), int(kept.size()));
}

}

void Pdf::draw(const Laid& laid, double x, double y, const char* element) {
    auto cairo = inside_->cairo.get();
    auto layout = static_cast<PangoLayout*>(laid.layout_.get());
    drop_unused_hyphens(layout);
    if (element) cairo_tag_begin(cairo, element, nullptr);
    auto& words = laid.words_;
    bool leads = !words.link.empty() || words.to_page > 0;
    if (leads)
        cairo_tag_begin(cairo, CAIRO_TAG_LINK,
                        words.to_page > 0 ? fmt::format("page={} pos=[0 0]", words.to_page).c_str()
                                          : ("uri=" + quoted(words.link)).c_str());
    auto ink = looks[int(words.look)].ink;
    cairo_set_source_rgb(cairo, ink, ink, ink);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
    if (leads) cairo_tag_end(cairo, CAIRO_TAG_LINK);
    if (element) cairo_tag_end(cairo, element);
}

void Pdf::draw(const QrCode& code, double x, double y, double side) {
    auto cairo = inside_->cairo.get();
    auto unit = side / (code.size() + 2 * QrCode::quiet);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (int row = 0; row < code.size(); ++row)
        for (int column = 0; column < code.size(); ++column) {
            if (!code.dark(column, row)) continue;
            int end = column;
            while (end < code.size() && code.dark(end, row)) ++end;
            cairo_rectangle(cairo, x + (column + QrCode::quiet) * unit, y + (row + QrCode::quiet) * unit,
                            (end - column) * unit, unit);
            column = end;
        }
    cairo_fill(cairo);
}

void Pdf::line(double x, double y, double length) {
    auto cairo = inside_->cairo.get();
    cairo_set_source_rgb(cairo, 0.6, 0.65, 0.7);
    cairo_rectangle(cairo, x, y, length, 0.6);
    cairo_fill(cairo);
}

void Pdf::begin(const char* element) { cairo_tag_begin(inside_->cairo.get(), element, nullptr); }
void Pdf::end(const char* element) { cairo_tag_end(inside_->cairo.get(), element); }

void Pdf::bookmark(const std::string& text, double y) {
    cairo_pdf_surface_add_outline(inside_->surface.get(), CAIRO_PDF_OUTLINE_ROOT, shown(text).c_str(),
                                  fmt::format("page={} pos=[0 {:.0f}]", page_, y).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void Pdf::next_page() {
    cairo_show_page(inside_->cairo.get());
    inside_->check();
    ++page_;
}

namespace {

// Cairo 1.16 does not know how to say in which language a document is, nor that its title is to be shown.  The
// catalogue is the last object before the table of places, so that only the place of this table moves.
void complete_catalogue(std::string& tail, const std::string& language) {
    constexpr std::string_view catalogue = "/Type /Catalog\n", places = "startxref\n";
    auto at = tail.rfind(catalogue), table = tail.rfind("\nxref\n"), told = tail.rfind(places);
    if (at == tail.npos || table == tail.npos || told == tail.npos || at > table) return;
    auto begins = told + places.size(), ends = tail.find('\n', begins);
    auto more = fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
    auto place = std::stoull(tail.substr(begins, ends - begins)) + more.size();
    tail.replace(begins, ends - begins, std::to_string(place));
    tail.insert(at + catalogue.size(), more);
}

}

void Pdf::finish() {
    auto& in = *inside_;
    in.cairo.reset();    // what it still draws is on the last page
    auto made = std::exchange(in.out, {});
    cairo_surface_finish(in.surface.get());
    auto status = cairo_surface_status(in.surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{cairo_status_to_string(status)};
    complete_catalogue(in.out, in.language == "cs" ? "cs-CZ" : "en-GB");
    in.out.insert(0, made);
}

std::string Pdf::take() { return std::exchange(inside_->out, {}); }

}
