#include "CKPIMask.h"
