#include "gis_io/write/text/base64.hpp"

#include <openssl/evp.h>

#include <cstddef>

namespace sise {

std::string base64(std::string_view bytes) {
  // In pieces of whole threes: the library counts in int and pads the end of what it is given.
  constexpr std::size_t kPiece = 3U << 20U;
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4 + 1);
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::string_view piece = bytes.substr(at, kPiece);
    const std::size_t start = text.size();
    text.resize(start + (piece.size() + 2) / 3 * 4 + 1);  // and its closing zero
    const int written =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data() + start),
                        reinterpret_cast<const unsigned char*>(piece.data()), static_cast<int>(piece.size()));
    text.resize(start + static_cast<std::size_t>(written));
  }
  return text;
}

}  // namespace sise
