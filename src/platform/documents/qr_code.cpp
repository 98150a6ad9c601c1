// libqrencode makes the squares.
#include "platform/documents/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <stdexcept>

namespace documents {

QrCode::QrCode(const std::string& text) {
    // Medium correction: 15 % of the code may be dirty or folded.
    std::unique_ptr<QRcode, void (*)(QRcode*)> code{
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
        QRcode_free};
    if (!code) throw std::length_error{"no QR code holds this text"};
    size_ = code->width;
    squares_.reserve(std::size_t(size_) * std::size_t(size_));
    for (int n = 0; n < size_ * size_; ++n) squares_.push_back(code->data[n] & 1);
}

std::string QrCode::path() const {
    std::string path;
    for (int row = 0; row < size_; ++row)
        for (int column = 0; column < size_; ++column) {
            if (!dark(column, row)) continue;
            int end = column;
            while (end < size_ && dark(end, row)) ++end;
            path += fmt::format("M{} {}h{}v1h-{}z", column + quiet, row + quiet, end - column, end - column);
            column = end;
        }
    return path;
}

}
