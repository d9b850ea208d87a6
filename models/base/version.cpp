#include "models/base/version.hpp"

namespace sise {

std::string_view version() { return SISE_VERSION; }

}  // namespace sise
