// A web address as a QR code, for paper: drawn into a PDF, or as a picture into a page that is printed.
#pragma once

#include "platform/html/out.hpp"

#include <vector>

namespace documents {

class QrCode {
public:
    // Throws std::length_error where the text is longer than a code can hold (2 331 bytes).
    explicit QrCode(const std::string& text);

    int size() const { return size_; }    // squares of a side, without the quiet zone
    bool dark(int column, int row) const { return squares_[std::size_t(row * size_ + column)]; }

    // Runs of dark squares as an SVG path, one unit a square, with the quiet zone of four around it.
    std::string path() const;

    static constexpr int quiet = 4;

private:
    int size_;
    std::vector<bool> squares_;
};

// The code in a page, with what it says in words: the picture alone would tell a reader nothing.
struct QrPicture {
    std::string address;
    std::string label;    // what a phone opens: this page of the catalogue

    QrCode code{address};
    int side() const { return code.size() + 2 * QrCode::quiet; }
    void write(html::Out&) const;
};

}
