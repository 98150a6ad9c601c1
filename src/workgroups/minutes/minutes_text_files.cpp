// Markdown and one file of HTML.  NB: their Czech words stand here, not among the texts: the hash of a published copy
// is that of its Markdown and must never change with a translation.
#include "workgroups/minutes/minutes_document.hpp"

#include "platform/base/parts.hpp"
#include "platform/documents/table_file.hpp"

namespace workgroups {

namespace {

// Letters that mean something to Markdown lose it; line ends within a text break the line.
std::string markdown_text(const std::string& text) {
    std::string out;
    bool begins = true;
    for (std::size_t n = 0; n < text.size(); ++n) {
        char c = text[n];
        bool always = std::string_view{"\\`*_[]<>|"}.find(c) != std::string_view::npos;
        bool at_the_start = begins && std::string_view{"#-+=~"}.find(c) != std::string_view::npos;
        // 1. at the beginning of a line would be a list
        bool dot = (c == '.' || c == ')') && n > 0 && text[n - 1] >= '0' && text[n - 1] <= '9';
        if (dot) {
            auto first = text.find_last_of('\n', n);
            auto line = std::string_view{text}.substr(first == text.npos ? 0 : first + 1,
                                                      n - (first == text.npos ? 0 : first + 1));
            dot = line.find_first_not_of("0123456789") == line.npos;
        }
        if (always || at_the_start || dot) out += '\\';
        if (c == '\n') out += "  \n";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
        begins = c == '\n';
    }
    return out;
}

// Without line ends: in a table, a heading.
std::string markdown_line(std::string text) {
    for (auto& c : text)
        if (c == '\n') c = ' ';
    return markdown_text(text);
}

std::string labelled_line(const DocumentPiece& piece) {
    return piece.label.empty() ? piece.text : piece.label + " " + piece.text;
}

}

std::string minutes_markdown(const MinutesDocument& document) {
    std::string out, before;
    for (auto& piece : document.pieces) {
        bool goes_on = (piece.kind == "item" || piece.kind == "fact" || piece.kind == "task") && before == piece.kind;
        if (!before.empty() && !goes_on) out += "\n";
        if (piece.kind == "head")
            out += "# " + markdown_line(piece.label) + "\n\n**" + markdown_line(piece.text) + "**\n";
        else if (piece.kind == "fact")
            out += "- " + markdown_line(piece.label) + ": " + markdown_line(piece.text) + "\n";
        else if (piece.kind == "part") out += "## " + markdown_line(labelled_line(piece)) + "\n";
        else if (piece.kind == "report") out += "### " + markdown_line(piece.text) + "\n";
        else if (piece.kind == "item") out += "- " + markdown_line(piece.text) + "\n";
        else if (piece.kind == "decision")
            out += "**Usnesení " + markdown_line(piece.label) + "**: " + markdown_text(piece.text) + "\n";
        else if (piece.kind == "task") {
            if (!goes_on) out += "| Úkol | Odpovídá | Termín |\n| --- | --- | --- |\n";
            out += "| " + markdown_line(piece.text) + " | " + markdown_line(piece.label) + " | " +
                   markdown_line(piece.more) + " |\n";
        } else if (piece.kind == "foot") out += markdown_line(piece.label + ": " + piece.text) + "\n";
        else out += markdown_text(piece.text) + "\n";
        before = piece.kind;
    }
    return out;
}

namespace {

constexpr const char* of_one_file =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}"
    "h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:#555}dd{margin:0}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;border-bottom:1px solid #bbb;padding:.3rem .6rem .3rem 0;vertical-align:top}"
    "header,footer{color:#555;font-size:.875rem}footer{border-top:1px solid #bbb;margin-top:2rem}";

std::string html_lines(const std::string& text) {
    std::string out;
    for (auto& line : text::parted(text, "\n")) out += (out.empty() ? "" : "<br>") + documents::xml_text(line);
    return out;
}

// What surrounds a run of pieces of one kind.
std::pair<const char*, const char*> html_around(const std::string& kind) {
    if (kind == "item") return {"<ul>\n", "</ul>\n"};
    if (kind == "fact") return {"<dl>\n", "</dl>\n"};
    if (kind == "task")
        return {"<table>\n<thead><tr><th scope=\"col\">Úkol</th><th scope=\"col\">Odpovídá</th><th scope=\"col\">Termín"
                "</th></tr></thead>\n<tbody>\n",
                "</tbody>\n</table>\n"};
    if (kind == "publicity") return {"<header>\n", "</header>\n"};
    if (kind == "foot") return {"<footer>\n", "</footer>\n"};
    return {"", ""};
}

std::string html_of_piece(const DocumentPiece& piece) {
    auto text = html_lines(piece.text), label = documents::xml_text(piece.label);
    if (piece.kind == "head") return "<h1>" + label + "</h1>\n<p><strong>" + text + "</strong></p>\n";
    if (piece.kind == "fact") return "<dt>" + label + "</dt><dd>" + text + "</dd>\n";
    if (piece.kind == "part") return "<h2>" + (label.empty() ? "" : label + " ") + text + "</h2>\n";
    if (piece.kind == "report") return "<h3>" + text + "</h3>\n";
    if (piece.kind == "item") return "<li>" + text + "</li>\n";
    if (piece.kind == "decision") return "<p><strong>Usnesení " + label + "</strong>: " + text + "</p>\n";
    if (piece.kind == "task")
        return "<tr><td>" + text + "</td><td>" + label + "</td><td>" + documents::xml_text(piece.more) + "</td></tr>\n";
    if (piece.kind == "foot") return "<p>" + label + ": " + text + "</p>\n";
    return "<p>" + text + "</p>\n";
}

}

std::string minutes_html(const MinutesDocument& document, const std::string& title) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"cs\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                      "content=\"width=device-width\">\n<title>" +
                      documents::xml_text(title) + "</title>\n<style>" + of_one_file +
                      "</style>\n</head>\n<body>\n<main>\n";
    std::string open;
    for (auto& piece : document.pieces) {
        if (piece.kind != open) out += html_around(open).second, out += html_around(piece.kind).first;
        open = piece.kind;
        out += html_of_piece(piece);
    }
    return out + html_around(open).second + "</main>\n</body>\n</html>\n";
}

}
