// Minutes as a tagged PDF with bookmarks; publicity stands above and below each page.
#include "workgroups/minutes/minutes_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/documents/pdf.hpp"

namespace workgroups {

namespace {

using documents::Look;
using documents::Pdf;

class MinutesPaper {
public:
    MinutesPaper(const MinutesDocument& document, const i18n::Texts& texts, Instant made_at)
        : document_{document},
          texts_{texts},
          pdf_{{document.title + " – " + texts.text("minutes.title"), "Opora", texts.text("minutes.title"), "cs",
                made_at}} {}

    std::string bytes() {
        pdf_.begin("Document");
        // The first page says it as text, the others repeat it as an ornament.
        for (auto& line : document_.texts_of("publicity")) put({line, Look::small}, "P", 0);
        for (auto& piece : document_.pieces) show(piece);
        last_foot();
        pdf_.end("Document");
        pdf_.finish();
        return pdf_.take();
    }

private:
    static constexpr double margin = 62, width = Pdf::width - 2 * margin, top = 74, bottom = Pdf::height - 84,
                            foot_at = Pdf::height - 58;

    void put(documents::Words words, const char* element, double space, double indent = 0) {
        words.width = width - indent;
        // What is longer than a page is set line by line.
        for (auto& piece : pieces_that_fit(words)) {
            auto laid = pdf_.lay(piece);
            y_ += space;
            if (y_ + laid.height() > bottom) turn();
            if (piece.look == Look::heading) pdf_.bookmark(piece.text, y_);
            pdf_.draw(laid, margin + indent, y_, element);
            y_ += laid.height();
        }
    }

    std::vector<documents::Words> pieces_that_fit(const documents::Words& words) {
        if (pdf_.lay(words).height() <= bottom - top) return {words};
        std::vector<documents::Words> pieces;
        std::string rest;
        for (auto& word : text::parted(words.text, " ")) {
            rest += (rest.empty() ? "" : " ") + word;
            // Some 2000 letters are two thirds of a page.
            if (rest.size() > 2000) pieces.push_back(words), pieces.back().text = std::exchange(rest, {});
        }
        if (!rest.empty()) pieces.push_back(words), pieces.back().text = rest;
        return pieces;
    }

    void foot() {
        auto line = text::joined(document_.texts_of("foot"), " · ");
        if (!line.empty()) pdf_.draw(pdf_.lay({line, Look::small, width - 60, 2}), margin, foot_at, nullptr);
        put_number();
    }

    // The last page says it as text, in the place where others have the ornament: it never asks for a page of its own.
    void last_foot() {
        std::vector<std::string> lines;
        for (auto& piece : document_.pieces)
            if (piece.kind == "foot") lines.push_back(piece.label + ": " + piece.text);
        auto laid = pdf_.lay({text::joined(lines, " · "), Look::small, width - 60});
        if (laid.height() > Pdf::height - foot_at - 16) {
            for (auto& line : lines) put({line, Look::small}, "P", 6);
            return foot();
        }
        if (!lines.empty()) pdf_.draw(laid, margin, foot_at, "P");
        put_number();
    }

    void put_number() {
        documents::Words number{std::to_string(pdf_.page()), Look::small, 50};
        number.to_the_right = true;
        pdf_.draw(pdf_.lay(number), margin + width - 50, foot_at, nullptr);
    }

    void turn() {
        foot();
        pdf_.next_page();
        y_ = top;
        auto line = text::joined(document_.texts_of("publicity"), " · ");
        if (!line.empty()) pdf_.draw(pdf_.lay({line, Look::small, width, 1}), margin, 40, nullptr);
    }

    void show(const DocumentPiece& piece) {
        auto& text = piece.text;
        if (piece.kind == "publicity" || piece.kind == "foot") return;
        if (piece.kind == "head") put({piece.label, Look::title}, "H1", 14), put({text, Look::reading}, "P", 4);
        else if (piece.kind == "fact") put({piece.label + ": " + text, Look::reading}, "P", 4);
        else if (piece.kind == "part")
            keep_with_next(), put({(piece.label.empty() ? "" : piece.label + " ") + text, Look::heading}, "H2", 16);
        else if (piece.kind == "report") keep_with_next(), put({text, Look::name}, "H3", 10);
        else if (piece.kind == "item") put({"– " + text, Look::reading}, "P", 2, 12);
        else if (piece.kind == "decision")
            put({texts_.text("minutes.decision.number", {piece.label}) + ": " + text, Look::reading}, "P", 6);
        else if (piece.kind == "task") put({task_words(piece), Look::reading}, "P", 6, 12);
        else put({text, Look::reading}, "P", 5);
    }

    // A heading never stands alone at the end of a page.
    void keep_with_next() {
        if (y_ > bottom - 70) turn();
    }

    std::string task_words(const DocumentPiece& piece) const {
        std::vector<std::string> words;
        if (!piece.label.empty()) words.push_back(texts_.text("minutes.task.owner") + ": " + piece.label);
        if (!piece.more.empty()) words.push_back(texts_.text("minutes.task.due") + ": " + piece.more);
        return texts_.text("minutes.task") + ": " + piece.text +
               (words.empty() ? "" : "\n" + text::joined(words, "; "));
    }

    const MinutesDocument& document_;
    const i18n::Texts& texts_;
    Pdf pdf_;
    double y_ = 48;
};

}

std::string minutes_pdf(const MinutesDocument& document, const i18n::Texts& texts, Instant made_at) {
    return MinutesPaper{document, texts, made_at}.bytes();
}

}
