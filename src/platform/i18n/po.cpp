// Walks over the lines of a .po file.
#include "platform/i18n/po.hpp"

#include <charconv>
#include <stdexcept>

namespace i18n {

namespace {

class PoReader {
public:
    PoReader(std::string_view bytes, std::string_view file) : rest_{bytes}, file_{file} {
        if (rest_.starts_with("\ufeff")) rest_.remove_prefix(3);
    }

    std::vector<PoEntry> read() {
        while (!rest_.empty()) line(take_line());
        finish();
        return std::move(entries_);
    }

private:
    std::string_view take_line() {
        ++number_;
        auto end = rest_.find('\n');
        auto line = rest_.substr(0, end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
        return line;
    }

    void line(std::string_view line) {
        if (line.empty()) return;
        if (line.front() == '#') return comment(line);
        if (line.front() == '"') return string(line);
        auto word = line.substr(0, line.find_first_of(" [\""));
        line.remove_prefix(word.size());
        if (word == "msgid" || word == "msgctxt") begin(word == "msgid");
        else if (word == "msgid_plural") entry_.plural = true, into_ = &ignored_;
        else if (word == "msgstr") into_ = &form(line);
        else wrong("no word of gettext: " + std::string{word});
        string(line.substr(std::min(line.find('"'), line.size())));
    }

    // A comment after an entry's texts belongs to the next entry.
    void comment(std::string_view comment) {
        if (!entry_.forms.empty()) finish();
        if (comment.starts_with("#,") && comment.find("fuzzy") != comment.npos) fuzzy_ = true;
    }

    void begin(bool key) {
        if (!entry_.forms.empty()) finish();
        into_ = key ? &entry_.key : &ignored_;
    }

    std::string& form(std::string_view& rest) {
        std::size_t index = 0;
        if (rest.starts_with('[')) {
            auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), index);
            if (error != std::errc{} || end == rest.data() + rest.size() || *end != ']')
                wrong("msgstr[ without a number");
        }
        if (index != entry_.forms.size()) wrong("plural forms come in the order 0, 1, 2");
        return entry_.forms.emplace_back();
    }

    void string(std::string_view quoted) {
        if (!into_) wrong("a text outside of an entry");
        if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') wrong("a text without its quotes");
        quoted = quoted.substr(1, quoted.size() - 2);
        for (std::size_t at = 0; at < quoted.size(); ++at) {
            if (quoted[at] == '"') wrong("a quote inside a text needs a \\");
            *into_ += quoted[at] == '\\' ? escaped(quoted, ++at) : quoted[at];
        }
    }

    char escaped(std::string_view text, std::size_t at) {
        switch (at < text.size() ? text[at] : '\0') {
        case 'n': return '\n';
        case 't': return '\t';
        case 'r': return '\r';
        case '"': return '"';
        case '\\': return '\\';
        default: wrong("an escape that we do not know");
        }
    }

    void finish() {
        bool finished = !fuzzy_ && !entry_.key.empty() && !entry_.forms.empty();
        for (auto& form : entry_.forms) finished = finished && !form.empty();
        if (finished) entries_.push_back(std::move(entry_));
        entry_ = {};
        into_ = nullptr;
        fuzzy_ = false;
        ignored_.clear();
    }

    [[noreturn]] void wrong(const std::string& what) const {
        throw std::runtime_error{std::string{file_} + ":" + std::to_string(number_) + ": " + what};
    }

    std::string_view rest_, file_;
    int number_ = 0;
    PoEntry entry_;
    std::string ignored_;
    std::string* into_ = nullptr;
    bool fuzzy_ = false;
    std::vector<PoEntry> entries_;
};

}

std::vector<PoEntry> parse_po(std::string_view bytes, std::string_view file) { return PoReader{bytes, file}.read(); }

}
