// A PDF on A4 that leaves page by page: tagged, with its letters inside, bookmarks, links and a title
// (docs/decisions/0015).  Not for several threads at once.
#pragma once

#include "platform/documents/qr_code.hpp"
#include "platform/time/date.hpp"

#include <memory>

namespace documents {

struct PdfFacts {
    std::string title, author, subject, language;    // cs, en
    Instant made_at;
};

enum class Look { cover, title, heading, name, reading, text, small };

// A paragraph to be set.  Line ends part lines.
struct Words {
    std::string text;
    Look look = Look::text;
    double width = 0;      // in points, as everything here
    int lines = 0;         // at most so many, then …; 0: as many as there are
    std::string link{};    // a web address
    int to_page = 0;       // or a page of this document
    bool to_the_right = false;
};

// A paragraph that was set: as high as it will be.
class Laid {
public:
    Laid() = default;
    double height() const { return height_; }

private:
    friend class Pdf;
    std::shared_ptr<void> layout_;
    double height_ = 0;
    Words words_;
};

class Pdf {
public:
    explicit Pdf(const PdfFacts&);
    ~Pdf();
    Pdf(const Pdf&) = delete;
    Pdf& operator=(const Pdf&) = delete;

    static constexpr double width = 595.28, height = 841.89;

    Laid lay(Words) const;    // Czech prose (reading, small) with parted words

    // Within an element of the structure: Document, Sect, H1…H3, P.  Without one it is an artifact.
    void draw(const Laid&, double x, double y, const char* element);
    void draw(const QrCode&, double x, double y, double side);
    void line(double x, double y, double width);

    void begin(const char* element);    // lasts over pages
    void end(const char* element);
    void bookmark(const std::string& text, double y);
    void next_page();
    int page() const { return page_; }    // from 1
    void finish();

    // What was made since the last time.
    std::string take();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
    int page_ = 1;
};

}
